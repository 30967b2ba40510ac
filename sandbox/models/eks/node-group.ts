import { text } from "../../values";
import { iamRoleArnReference } from "../iam/references";
import { uuid } from "../ids";
import type { Made, Model } from "../model";
import { clusterOf, nodeGroupType, textsAt } from "./checks";
import { nodeGroupId, nodeGroupRefusals } from "./node-group-refusals";
import { templateReferences } from "./node-group-template";
import { isArmInstance } from "./node-images";
import { clusterReference, eksSubnetReference } from "./references";

const clusterVersion = (made: Made) => clusterOf(made)?.outputs.version;

/** What EKS takes where nothing is asked for; a launch template says by itself what nodes have. */
const defaultAmiType = ({ inputs }: Made) =>
  textsAt(inputs, "instanceTypes").some(isArmInstance) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD";

/** The provider repeats no request of it, so a role that was made a moment ago is taken. */
export const nodeGroup: Model = {
  type: nodeGroupType,
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
    ...templateReferences,
  },
  refusals: nodeGroupRefusals,
  waits: { create: 50, update: 50 },
  id: nodeGroupId,
  computed: {
    amiType: defaultAmiType,
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
