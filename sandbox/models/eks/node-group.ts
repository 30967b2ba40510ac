import { text, valuesAt } from "../../values";
import { iamRoleArnReference } from "../iam/references";
import { uuid } from "../ids";
import type { Made, Model, Request } from "../model";
import { nameTaken } from "../names";
import { clusterReference, eksSubnetReference } from "./references";

const type = "aws:eks/nodeGroup:NodeGroup";
const createNodegroup = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html";
const id = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.nodeGroupName}`;

const clusterVersion = ({ scope, inputs }: Made) =>
  scope.find("aws:eks/cluster:Cluster", String(inputs.clusterName))?.outputs.version;

export const nodeGroup: Model = {
  type,
  schema: "internal/service/eks/node_group.go",
  tagged: true,
  autoName: { property: "nodeGroupName", maxLength: 63 },
  defaults: { "nodeRepairConfig.enabled": false },
  immutable: [
    "amiType",
    "capacityType",
    "clusterName",
    "diskSize",
    "instanceTypes",
    "launchTemplate.id",
    "launchTemplate.name",
    "nodeGroupName",
    "nodeGroupNamePrefix",
    "nodeRoleArn",
    "remoteAccess",
    "subnetIds",
  ],
  sets: ["remoteAccess.sourceSecurityGroupIds", "subnetIds", "taints"],
  references: {
    clusterName: clusterReference,
    nodeRoleArn: iamRoleArnReference,
    subnetIds: eksSubnetReference,
    "launchTemplate.id": {
      types: ["aws:ec2/launchTemplate:LaunchTemplate"],
      code: "InvalidParameterException",
      source: createNodegroup,
      message: (template) => `Launch template with id ${template} does not exist`,
    },
  },
  refusals: [
    nameTaken(id, type, {
      code: "ResourceInUseException",
      source: createNodegroup,
      message: (taken) => {
        const [clusterName, name] = taken.split(":");
        return `NodeGroup already exists with name ${name} and cluster name ${clusterName}`;
      },
    }),
    {
      code: "InvalidParameterException",
      source: createNodegroup,
      reads: ["scalingConfig"],
      atPreview: true,
      when: ({ inputs }) => {
        const [min, desired, max] = ["minSize", "desiredSize", "maxSize"].map((size) =>
          Number(valuesAt(inputs, `scalingConfig.${size}`)[0]),
        );
        if (min === undefined || desired === undefined || max === undefined) return undefined;
        if (max < 1) return "maxSize must be at least 1";
        if (min > max) return `Minimum capacity ${min} can't be greater than maximum capacity ${max}`;
        if (desired > max) return `desired capacity ${desired} can't be greater than max size ${max}`;
        return desired < min ? `Minimum capacity ${min} can't be greater than desired size ${desired}` : undefined;
      },
    },
  ],
  id,
  computed: {
    amiType: () => "AL2023_x86_64_STANDARD",
    arn: ({ scope, inputs, digits }) =>
      scope.arn("eks", `nodegroup/${inputs.clusterName}/${inputs.nodeGroupName}/${uuid(digits)}`),
    capacityType: () => "ON_DEMAND",
    diskSize: ({ inputs }) => (inputs.launchTemplate === undefined ? 20 : 0),
    instanceTypes: ({ inputs }) => (inputs.launchTemplate === undefined ? ["t3.medium"] : []),
    releaseVersion: (made) => `${text({ version: clusterVersion(made) ?? "" }, "version")}.0-20261101`,
    resources: (made) => [{ autoscalingGroups: [{ name: `eks-${made.inputs.nodeGroupName}-${uuid(made.digits)}` }] }],
    status: () => "ACTIVE",
    updateConfig: () => ({ maxUnavailable: 1 }),
    version: clusterVersion,
  },
};
