import { eksQuotas } from "../../quotas/eks";
import { countQuota, sizeQuota } from "../../quotas/quota";
import { isObject, valuesAt } from "../../values";
import { iamRoleArnReference } from "../iam/references";
import { uuid } from "../ids";
import type { Model, Refusal, Request } from "../model";
import { nameTaken } from "../names";
import {
  clusterIsActive,
  eksAction,
  fargateProfileType,
  named,
  ofCluster,
  subnetsOfCluster,
  textsAt,
  trusted,
} from "./checks";
import { clusterReference, eksSubnetReference } from "./references";

const createFargateProfile = eksAction("CreateFargateProfile");
const id = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.fargateProfileName}`;

/** Whether instances in a subnet reach the internet directly: its route table has a route to an internet gateway. */
function isPublic({ scope }: Request, subnetId: string): boolean {
  const [association] = scope.having("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId", subnetId);
  const table = association?.outputs.routeTableId;
  if (table === undefined) return false;
  const routes = scope.having("aws:ec2/route:Route", "routeTableId", table);
  const inline = scope.find("aws:ec2/routeTable:RouteTable", String(table));
  const gateways = [
    ...routes.map(({ outputs }) => outputs.gatewayId),
    ...valuesAt(inline?.outputs, "routes.gatewayId"),
  ];
  return gateways.some((gateway) => typeof gateway === "string" && gateway.startsWith("igw-"));
}

const refusals: readonly Refusal[] = [
  nameTaken(id, fargateProfileType, {
    code: "ResourceInUseException",
    source: createFargateProfile,
    message: (taken) => {
      const [clusterName, name] = taken.split(":");
      return `A Fargate Profile already exists with this name in this cluster: ${name}, ${clusterName}`;
    },
  }),
  clusterIsActive("CreateFargateProfile"),
  countQuota(
    eksQuotas.fargateProfiles,
    {
      code: "ResourceLimitExceededException",
      message: (limit, { inputs }) =>
        `Cluster ${inputs.clusterName} has reached the limit of ${limit} Fargate profiles`,
    },
    (request) => ofCluster(request, fargateProfileType).length,
  ),
  {
    code: "InvalidParameterException",
    source: createFargateProfile,
    reads: ["selectors"],
    atPreview: true,
    when: ({ inputs: { selectors } }) =>
      Array.isArray(selectors) && selectors.length === 0 ? "At least one selector is required" : undefined,
  },
  sizeQuota(
    eksQuotas.fargateSelectors,
    {
      code: "ResourceLimitExceededException",
      message: (limit) => `A Fargate profile can have at most ${limit} selectors`,
    },
    ({ inputs: { selectors } }) => (Array.isArray(selectors) ? selectors.length : 0),
  ),
  sizeQuota(
    eksQuotas.fargateSelectorLabels,
    {
      code: "ResourceLimitExceededException",
      message: (limit) => `A selector of a Fargate profile can have at most ${limit} label pairs`,
    },
    ({ inputs }) =>
      Math.max(
        0,
        ...valuesAt(inputs, "selectors.labels").map((labels) => (isObject(labels) ? Object.keys(labels).length : 0)),
      ),
  ),
  // A selector may hold the wildcards * and ?.
  named("selectors.namespace", /^[a-z0-9*?]([-a-z0-9*?]{0,61}[a-z0-9*?])?$/, {
    source: "https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html",
  }),
  subnetsOfCluster("CreateFargateProfile"),
  {
    code: "InvalidParameterException",
    source: createFargateProfile,
    on: ["create"],
    when: (request) => {
      const found = textsAt(request.inputs, "subnetIds").find((subnetId) => isPublic(request, subnetId));
      return found && `Subnet ${found} provided in Fargate Profile is not a private subnet`;
    },
  },
  trusted("podExecutionRoleArn", "eks-fargate-pods.amazonaws.com", {
    source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html",
    retried: true,
    message: () =>
      "Misconfigured PodExecutionRole Trust Policy; Please add the eks-fargate-pods.amazonaws.com Service Principal",
  }),
];

export const fargateProfile: Model = {
  type: fargateProfileType,
  schema: "internal/service/eks/fargate_profile.go",
  tagged: true,
  autoName: { property: "fargateProfileName", maxLength: 100 },
  immutable: ["clusterName", "fargateProfileName", "podExecutionRoleArn", "selectors", "subnetIds"],
  sets: ["selectors", "subnetIds"],
  references: {
    clusterName: clusterReference,
    podExecutionRoleArn: { ...iamRoleArnReference, source: createFargateProfile },
    subnetIds: eksSubnetReference,
  },
  refusals,
  waits: { create: 50, update: 0 },
  id,
  computed: {
    arn: ({ scope, inputs, digits }) =>
      scope.arn("eks", `fargateprofile/${inputs.clusterName}/${inputs.fargateProfileName}/${uuid(digits)}`),
    status: () => "ACTIVE",
  },
};
