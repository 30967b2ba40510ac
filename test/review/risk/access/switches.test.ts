import { describe, expect, it } from "vitest";
import { idsOf, saidOf } from "../../../support/risks";
import { created, deleted, updated } from "../../../support/steps";

const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const cluster = "aws:eks/cluster:Cluster";
const allUsers = "http://acs.amazonaws.com/groups/global/AllUsers";

/** Each with its closed and its opened form. */
describe.each<[string, string, object, object]>([
  [block, "public-block-removed", { blockPublicPolicy: true }, { blockPublicPolicy: false }],
  ["aws:s3/bucketAcl:BucketAcl", "public-data", { acl: "private" }, { acl: "public-read" }],
  [
    "aws:s3/bucketAcl:BucketAcl",
    "public-data",
    { accessControlPolicy: {} },
    { accessControlPolicy: { grants: [{ grantee: { uri: allUsers } }] } },
  ],
  ["aws:rds/instance:Instance", "public-data", { publiclyAccessible: false }, { publiclyAccessible: true }],
  [
    "aws:msk/cluster:Cluster",
    "public-data",
    { brokerNodeGroupInfo: {} },
    { brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } } } },
  ],
  [
    cluster,
    "public-endpoint",
    { vpcConfig: { endpointPublicAccess: false } },
    { vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["198.51.100.0/24"] } },
  ],
  ["aws:lb/loadBalancer:LoadBalancer", "public-endpoint", { internal: true }, { internal: false }],
  [
    "aws:lambda/functionUrl:FunctionUrl",
    "public-endpoint",
    { authorizationType: "AWS_IAM" },
    { authorizationType: "NONE" },
  ],
  ["aws:ec2/subnet:Subnet", "public-address", { mapPublicIpOnLaunch: false }, { mapPublicIpOnLaunch: true }],
  [
    "aws:ec2/launchTemplate:LaunchTemplate",
    "login-weakened",
    { metadataOptions: { httpTokens: "required" } },
    { metadataOptions: { httpTokens: "optional" } },
  ],
  [
    "aws:ram/resourceShare:ResourceShare",
    "shared-outside",
    { allowExternalPrincipals: false },
    { allowExternalPrincipals: true },
  ],
  ["aws:rds/snapshot:Snapshot", "shared-outside", { sharedAccounts: [] }, { sharedAccounts: ["444455556666"] }],
  [
    "kubernetes:core/v1:Service",
    "public-endpoint",
    { spec: { type: "ClusterIP" } },
    { spec: { type: "LoadBalancer" } },
  ],
])("%s", (type, id, shut, open) => {
  it(`is ${id} when it is opened or made open, and not when it is closed or stays`, () => {
    expect(idsOf(updated(type, shut, open))).toContain(id);
    expect(idsOf(created(type, open))).toContain(id);
    expect(idsOf(updated(type, open, shut))).not.toContain(id);
    expect(idsOf(updated(type, { ...open, tags: { a: "1" } }, { ...open, tags: { a: "2" } }))).toEqual([]);
  });
});

it("says that a switch is not judged while it is not known", () => {
  expect(idsOf(updated("aws:rds/instance:Instance", {}, { publiclyAccessible: { $: "unknown" } }))).toEqual([
    "access-unknown",
  ]);
});

it("says what a deleted block means", () => {
  expect(idsOf(deleted(block, {}))).toEqual(["public-block-removed"]);
});

describe("who may reach the API server of a cluster", () => {
  const reached = (before: string[], after: string[]) =>
    saidOf(updated(cluster, { vpcConfig: { publicAccessCidrs: before } }, { vpcConfig: { publicAccessCidrs: after } }));

  it("tells what is added, not what is covered or taken", () => {
    expect(reached(["198.51.100.0/24"], ["198.51.100.0/24", "203.0.113.0/24"])).toEqual([
      "network-given: 203.0.113.0/24 can newly reach the API server of subject",
    ]);
    expect(reached(["198.51.100.0/24"], ["0.0.0.0/0"])).toEqual([
      "public-endpoint: everyone can newly reach the API server of subject",
    ]);
    expect(reached(["198.51.100.0/24", "203.0.113.0/24"], ["198.51.100.7/32"])).toEqual([]);
  });
});

it("knows an internal load balancer of a service by its annotation", () => {
  const metadata = { annotations: { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" } };
  expect(idsOf(created("kubernetes:core/v1:Service", { metadata, spec: { type: "LoadBalancer" } }))).toEqual([]);
});
