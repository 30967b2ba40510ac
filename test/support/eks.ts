import { isObject, type Properties } from "../../sandbox/values";
import { account, make, makeCluster, makeRole, makeSubnet, makeVpc, preview, scope, subnetType, trust } from "./models";

export const accessEntryType = "aws:eks/accessEntry:AccessEntry";
export const associationType = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
export const addonType = "aws:eks/addon:Addon";
export const fargateType = "aws:eks/fargateProfile:FargateProfile";
export const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";
export const podIdentityType = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
export const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

export const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
export const policyArn = (name: string) => `arn:aws:eks::aws:cluster-access-policy/${name}`;

/** The ids of all subnets. */
export const subnetIds = () => scope.list(subnetType).map(({ id }) => id);

/** A cluster's inputs, made with all that they name; what is given replaces it, a level deep. */
export function clusterInputs(more: Properties = {}): Properties {
  const { inputs } = makeCluster({ name: "first" });
  return merged({ ...inputs, name: "second" }, more);
}

/** The properties with others in place of them; of what is an object in both, the parts. */
export function merged(base: Properties, more: Properties): Properties {
  const result = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const before = result[key];
    result[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
  }
  return result;
}

/** What a node group needs, once the cluster `dev` is there. */
export function nodeGroupInputs(more: Properties = {}): Properties {
  return {
    clusterName: "dev",
    nodeGroupName: "system",
    nodeRoleArn: roleArn("nodes"),
    subnetIds: subnetIds(),
    scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 3 },
    ...more,
  };
}

/** The cluster `dev` and the role of its nodes. */
export function makeClusterAndNodeRole(more: Properties = {}) {
  makeRole("nodes", trust("ec2.amazonaws.com"));
  return makeCluster(more);
}

export const makeNodeGroup = (more: Properties = {}) => make(nodeGroupType, nodeGroupInputs(more));
export const previewNodeGroup = (more: Properties) => preview(nodeGroupType, nodeGroupInputs(more));

/** A subnet of a VPC that is not the cluster's. */
export function makeSubnetElsewhere(): string {
  return makeSubnet(makeVpc().id, "10.0.9.0/24").id;
}
