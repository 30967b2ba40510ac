import { type Clock, hurriedClock } from "../../sandbox/cloud/clock";
import { Cloud } from "../../sandbox/cloud/cloud";
import { CloudError } from "../../sandbox/cloud/errors";
import { Scope } from "../../sandbox/cloud/scope";
import { modelOf } from "../../sandbox/models";
import { checkedInputs } from "../../sandbox/operations/check";
import { create, previewCreate, remove, update } from "../../sandbox/operations/lifecycle";
import { type Quota, quotaId, serviceQuotaType } from "../../sandbox/quotas/quota";
import { conform } from "../../sandbox/shapes/conform";
import type { Properties } from "../../sandbox/values";

export const account = "111122223333";
export let cloud = new Cloud(undefined, undefined, hurriedClock());
export let scope = new Scope(cloud, account, "eu-west-1");

/** Empties the cloud; on its clock it is always late enough. */
export function startCloud(): void {
  startCloudAt(hurriedClock());
}

/** Empties the cloud and gives it a clock. */
export function startCloudAt(clock: Clock): void {
  cloud = new Cloud(undefined, undefined, clock);
  scope = new Scope(cloud, account, "eu-west-1");
}

function prepared(type: string, inputs: Properties, name = "it") {
  const model = modelOf(type);
  // Only the AWS package declares what a resource takes; the API server says it for Kubernetes.
  const declared = type.startsWith("aws:");
  const { inputs: news, mistakes } = declared ? conform(type, inputs) : { inputs, mistakes: [] };
  if (mistakes.length > 0) throw new Error(`${type}: ${JSON.stringify(mistakes)}`);
  const request = { name, olds: undefined, news, randomSeed: Buffer.from(name), defaultTags: {} };
  return { target: { model, scope, name }, checked: checkedInputs(model, request) };
}

/** Makes a resource as the engine would: checked, then created. */
export function make(type: string, inputs: Properties, name?: string) {
  const { target, checked } = prepared(type, inputs, name);
  return cloud.request(() => create(target, checked));
}

export function preview(type: string, inputs: Properties) {
  const { target, checked } = prepared(type, inputs);
  return previewCreate(target, checked);
}

/** Fills the account with things of a type, up to the quota but for one. */
export function almostFull(place: Scope, type: string, { value }: Quota): void {
  for (let index = 1; index < value; index++) {
    const id = `filler-${index}`;
    place.put({ type, id, status: "active", inputs: {}, outputs: { name: id } });
  }
}

/** Lets an account have less of a quota than any real one, so that a test need not make hundreds of thousands. */
export function limitTo(quota: Quota, value: number): void {
  const outputs = { value };
  scope.put({ type: serviceQuotaType, id: quotaId(quota), status: "active", inputs: {}, outputs });
}

export const drop = (resource: { type: string; id: string; outputs: Properties }) =>
  cloud.request(() => remove({ model: modelOf(resource.type), scope, name: "it" }, resource.id, resource.outputs));

export const change = (
  resource: { type: string; id: string; inputs: Properties; outputs: Properties },
  news: Properties,
) =>
  cloud.request(() =>
    update({ model: modelOf(resource.type), scope, name: "it" }, resource.id, resource.outputs, {
      ...resource.inputs,
      ...news,
    }),
  );

/** The code of the refusal that `work` ends with. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CloudError) return error.code;
    throw error;
  }
  return "was not refused";
}

export const vpcType = "aws:ec2/vpc:Vpc";
export const subnetType = "aws:ec2/subnet:Subnet";
export const roleType = "aws:iam/role:Role";
export const clusterType = "aws:eks/cluster:Cluster";

const policy = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

/** A role's trust policy, with a text of `size` characters in it. */
export const trustPolicy = (size = 0) =>
  policy({
    Effect: "Allow",
    Principal: { Service: "ec2.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": "1".repeat(size) } },
  });

/** A trust policy that lets a service assume the role. */
export const trust = (service: string) =>
  policy({ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" });

/** A policy that allows its holder something, with a text of `size` characters in it. */
export const permissions = (size = 0) =>
  policy({ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${"x".repeat(size)}` });

export const makeVpc = () => make(vpcType, { cidrBlock: "10.0.0.0/16" });
export const makeSubnet = (vpcId: string, cidrBlock: string, availabilityZone = "eu-west-1a") =>
  make(subnetType, { vpcId, cidrBlock, availabilityZone });
export const makeRole = (name = "app", assumeRolePolicy = trustPolicy()) => make(roleType, { name, assumeRolePolicy });

export function makeCluster(more: Properties = {}) {
  const vpc = makeVpc();
  const subnetIds = [
    makeSubnet(vpc.id, "10.0.0.0/24", "eu-west-1a").id,
    makeSubnet(vpc.id, "10.0.1.0/24", "eu-west-1b").id,
  ];
  const role = makeRole("eks", trust("eks.amazonaws.com"));
  const inputs: Properties = {
    name: "dev",
    roleArn: role.outputs.arn ?? "",
    version: "1.34",
    accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
    vpcConfig: { subnetIds },
    ...more,
  };
  return make(clusterType, inputs);
}
