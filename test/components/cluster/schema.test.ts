import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { clusterSchema } from "../../../components/cluster/schema";
import { ClusterAccessPolicy, type ClusterArgs, ClusterCompute } from "../../../components/cluster/types";
import { ArgsError } from "../../../components/core/errors";
import { deployer, general, minimal, withNodes } from "./arguments";

/** What is wrong with the arguments, one line each. */
function issuesOf(args: object): string[] {
  try {
    // Callers in JavaScript and YAML have no compiler, so anything may come in.
    clusterSchema.parse("dev", args as ClusterArgs);
  } catch (error) {
    if (!(error instanceof ArgsError)) throw error;
    return error.message.split("\n").slice(1);
  }
  return [];
}

const role = (name: string) => ({ ...deployer, principalArn: `arn:aws:iam::111122223333:role/${name}` });
const group = (changes: object) => ({ ...withNodes, nodeGroups: { general: { ...general, ...changes } } });
const entry = (changes: object) => ({
  ...minimal,
  accessEntries: { deployer, reader: { ...role("reader"), ...changes } },
});

describe("the arguments of a cluster", () => {
  it("has secure defaults", () => {
    const { version, compute, logRetentionInDays, deletionProtection, publicAccessCidrs } = clusterSchema.parse(
      "dev",
      minimal,
    );
    expect({ version, compute, logRetentionInDays, deletionProtection, publicAccessCidrs }).toEqual({
      version: "1.36",
      compute: "auto-mode",
      logRetentionInDays: 90,
      deletionProtection: true,
      publicAccessCidrs: undefined,
    });
  });

  it("accepts node groups, add-ons, access and ranges within their limits", () => {
    expect(issuesOf(withNodes)).toEqual([]);
    expect(issuesOf(group({ minSize: 0, maxSize: 1, desiredSize: 1, diskSizeGiB: 20 }))).toEqual([]);
    expect(issuesOf({ ...withNodes, addons: { "metrics-server": { version: "v0.9.0-eksbuild.5" } } })).toEqual([]);
    expect(issuesOf({ ...minimal, publicAccessCidrs: ["203.0.113.0/24", "198.0.0.0/8"] })).toEqual([]);
    expect(issuesOf(entry({ accessPolicy: "view", namespaces: ["team-a", "team-b-*"] }))).toEqual([]);
    expect(issuesOf({ ...minimal, version: "1.37" })).toEqual([]);
  });

  it("fails with every mistake at once", () => {
    const bad = {
      ...minimal,
      vpcId: "my-vpc",
      subnetIds: ["subnet-0a1b2c3d4e5f60001"],
      encryptionKeyArn: "arn:aws:kms:eu-west-1:111122223333:alias/main",
      version: "1.33",
      logRetentionInDays: 100,
      region: "eu-west-1",
    };
    expect(issuesOf(bad)).toMatchInlineSnapshot(`
      [
        "- region: is not an argument of this component, which takes version, compute, accessEntries, nodeGroups, addons, publicAccessCidrs, logRetentionInDays, deletionProtection, vpcId, subnetIds, nodeSubnetIds, encryptionKeyArn, tags",
        "- version: must be a Kubernetes version from 1.34 up",
        "- logRetentionInDays: must be a period CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days",
        "- vpcId: must be a VPC ID, e.g. vpc-0a1b2c3d4e5f60718",
        "- subnetIds: must be at least two subnets in different zones",
        "- encryptionKeyArn: must be the ARN of a KMS key, e.g. arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      ]
    `);
  });

  it.each([
    ["the whole internet", "0.0.0.0/0"],
    ["half of it", "128.0.0.0/1"],
    ["a range that is none", "10.0.0.0"],
  ])("fails when the API is opened to %s", (_case, cidr) => {
    expect(issuesOf({ ...minimal, publicAccessCidrs: [cidr] })).toEqual([
      expect.stringContaining("publicAccessCidrs.0: must be"),
    ]);
  });

  it("fails when the list of ranges is empty, for that would open the API to all", () => {
    expect(issuesOf({ ...minimal, publicAccessCidrs: [] })).toEqual([
      expect.stringContaining("publicAccessCidrs: must name"),
    ]);
  });

  it("fails when nobody would be administrator of the whole cluster", () => {
    const accessEntries = { deployer: { ...deployer, accessPolicy: ClusterAccessPolicy.Admin } };
    expect(issuesOf({ ...minimal, accessEntries })).toEqual([
      "- accessEntries: at least one entry must have the access policy cluster-admin without namespaces, or nobody gets in",
    ]);
  });

  it.each([
    [
      "a session",
      { principalArn: "arn:aws:sts::111122223333:assumed-role/admin/jane" },
      "principalArn: must be the ARN of the role, not",
    ],
    ["an account", { principalArn: "arn:aws:iam::111122223333:root" }, "principalArn: must be the ARN of an IAM role"],
    ["a principal twice", { principalArn: deployer.principalArn }, "principalArn: has another entry"],
    [
      "no permission",
      { accessPolicy: undefined },
      "accessPolicy: is missing: must be view, edit, admin, cluster-admin, unless",
    ],
    ["a limited cluster-admin", { namespaces: ["team-a"] }, "namespaces: must be left out with cluster-admin"],
    ["a typing mistake", { acessPolicy: "view" }, "acessPolicy: is not a field here, only principalArn"],
  ])("fails on an access entry with %s", (_case, changes, issue) => {
    expect(issuesOf(entry(changes))).toEqual([expect.stringContaining(issue)]);
  });

  it.each([
    ["more at least than at most", { minSize: 7 }, "maxSize: must be minSize or more"],
    ["too many to start with", { desiredSize: 7 }, "desiredSize: must be from minSize to maxSize"],
    ["too few to start with", { desiredSize: 1 }, "desiredSize: must be from minSize to maxSize"],
    [
      "two architectures",
      { instanceTypes: ["m7g.large", "m7i.large"] },
      "instanceTypes: must all be arm64 or all x86_64",
    ],
    ["a disk too small for the system", { diskSizeGiB: 19 }, "diskSizeGiB: must be 20 to 16384 GiB"],
    ["half a node", { maxSize: 2.5 }, "maxSize: "],
    ["another capacity type", { capacityType: "RESERVED" }, "capacityType: "],
  ])("fails on a node group with %s", (_case, changes, issue) => {
    expect(issuesOf(group(changes))).toEqual([expect.stringContaining(`nodeGroups.general.${issue}`)]);
  });

  it("fails on keys that would not fit into names", () => {
    expect(issuesOf({ ...withNodes, nodeGroups: { General_Purpose: general } })).toEqual([
      expect.stringContaining("must be 1 to 20 lower-case letters, digits and hyphens"),
    ]);
  });

  it("fails on node groups with Auto Mode, and on managed node groups without any", () => {
    expect(issuesOf({ ...withNodes, compute: ClusterCompute.AutoMode })).toEqual([
      "- nodeGroups: must be left out when compute is auto-mode",
    ]);
    expect(issuesOf({ ...withNodes, nodeGroups: {} })).toEqual([
      "- nodeGroups: must name at least one when compute is managed-node-groups",
    ]);
  });

  it("fails on an add-on that Auto Mode has built in", () => {
    expect(issuesOf({ ...minimal, addons: { coredns: {} } })).toEqual([
      "- addons.coredns: is built into Auto Mode; leave it out",
    ]);
  });

  it("fails on an add-on without a pinned version", () => {
    expect(issuesOf({ ...minimal, addons: { "metrics-server": {} } })).toEqual([
      "- addons.metrics-server.version: must be set: none is pinned for Kubernetes 1.36",
    ]);
    expect(issuesOf({ ...withNodes, version: "1.37" })).toEqual([
      "- addons.vpc-cni.version: must be set: none is pinned for Kubernetes 1.37",
    ]);
  });

  it("fails on settings of an add-on that are no JSON", () => {
    const addons = { "metrics-server": { version: "v0.9.0-eksbuild.5", configurationValues: "replicas: 3" } };
    expect(issuesOf({ ...minimal, addons })).toEqual([
      expect.stringContaining("configurationValues: must be JSON text"),
    ]);
  });

  it("fails when what decides what exists is an Output", () => {
    expect(issuesOf({ ...minimal, version: pulumi.output("1.36") })).toEqual([
      expect.stringContaining("version: must be known at preview"),
    ]);
  });

  it("keeps a secret argument secret", async () => {
    const encryptionKeyArn = pulumi.secret(minimal.encryptionKeyArn);
    expect(await pulumi.isSecret(clusterSchema.parse("dev", { ...minimal, encryptionKeyArn }).encryptionKeyArn)).toBe(
      true,
    );
  });
});
