import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { type SandboxMocksOptions, sandboxMocks } from "../../sandbox/mocks";
import { valueOf } from "../support/harness";

async function start(options: SandboxMocksOptions = {}): Promise<void> {
  await pulumi.runtime.setMocks(sandboxMocks(options), "foundation", "test", options.preview ?? false);
}

/** Whether the value of an Output is known. */
const isKnown = (output: pulumi.Output<unknown>): Promise<boolean> =>
  // Not declared by the SDK, and the only way to tell.
  (output as unknown as { isKnown: Promise<boolean> }).isKnown;

/** Registers by the mocks alone: a registration that fails rejects every output of a resource, wherever it is. */
const register = (options: SandboxMocksOptions, type: string, inputs: object) => () =>
  sandboxMocks(options).newResource({ type, name: "a", inputs, custom: true });

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

describe("sandboxMocks", () => {
  it("gives ids, ARNs and names as AWS does", async () => {
    await start({ account: "444455556666", region: "eu-central-1" });
    const vpc = new aws.ec2.Vpc("dev", { cidrBlock: "10.0.0.0/16" });
    const role = new aws.iam.Role("app", { assumeRolePolicy: trust });
    expect(await valueOf(vpc.id)).toMatch(/^vpc-0[0-9a-f]{16}$/);
    expect(await valueOf(vpc.arn)).toMatch(/^arn:aws:ec2:eu-central-1:444455556666:vpc\/vpc-0/);
    expect(await valueOf(vpc.defaultSecurityGroupId)).toMatch(/^sg-0[0-9a-f]{16}$/);
    expect(await valueOf(role.arn)).toMatch(/^arn:aws:iam::444455556666:role\/app-[0-9a-f]{7}$/);
  });

  it("gives the same ids in every run of a test", async () => {
    const idOf = async () => {
      await start();
      return valueOf(new aws.ec2.Vpc("dev", { cidrBlock: "10.0.0.0/16" }).id);
    };
    expect(await idOf()).toBe(await idOf());
  });

  it("does not know in a preview what AWS fills in, at any depth", async () => {
    await start({ preview: true });
    const cluster = new aws.eks.Cluster("dev", {
      roleArn: "arn:aws:iam::111122223333:role/eks",
      vpcConfig: { subnetIds: ["subnet-1", "subnet-2"] },
    });
    expect(await isKnown(cluster.id)).toBe(false);
    expect(await isKnown(cluster.endpoint)).toBe(false);
    expect(await isKnown(cluster.vpcConfig.apply((config) => config.clusterSecurityGroupId))).toBe(false);
    expect(await valueOf(cluster.roleArn)).toBe("arn:aws:iam::111122223333:role/eks");
  });

  it("fails on what AWS refuses", () => {
    const make = (cidrBlock: string) => register({}, "aws:ec2/vpc:Vpc", { cidrBlock });
    expect(make("10.0.0.0/16")).not.toThrow();
    expect(make("10.0.0.0/8")).toThrow("The CIDR '10.0.0.0/8' is invalid.");
  });

  it("fails on every input that the SDK does not declare, as the engine says it", () => {
    expect(register({}, "aws:ec2/subnet:Subnet", { cidrBlok: "10.0.0.0/24", mapPublicIpOnLaunch: "maybe" })).toThrow(
      [
        "aws:ec2/subnet:Subnet resource 'a' has a problem: Invalid or unknown key. Did you mean 'cidrBlock'? Examine values at 'a.cidrBlok'.",
        "aws:ec2/subnet:Subnet resource 'a' has a problem: Attribute must be true or false. Examine values at 'a.mapPublicIpOnLaunch'.",
        "aws:ec2/subnet:Subnet resource 'a' has a problem: Missing required argument. The argument \"vpcId\" is required, but no definition was found. Examine values at 'a.vpcId'.",
      ].join("\n"),
    );
    expect(register({}, "aws:sqs/queu:Queu", {})).toThrow("Did you mean 'aws:sqs/queue:Queue'?");
  });

  it("does not judge in a preview what is not known", async () => {
    await start({ preview: true });
    const vpc = new aws.ec2.Vpc("dev", { cidrBlock: "10.0.0.0/16" });
    const subnet = new aws.ec2.Subnet("a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", tags: { vpc: vpc.arn } });
    expect(await valueOf(subnet.cidrBlock)).toBe("10.0.0.0/24");
    expect(await isKnown(subnet.vpcId)).toBe(false);
  });

  it("takes ids that a test makes up, unless told otherwise", () => {
    const subnet = { vpcId: "vpc-made-up", cidrBlock: "10.0.0.0/24" };
    expect(register({}, "aws:ec2/subnet:Subnet", subnet)).not.toThrow();
    expect(register({ checkReferences: true }, "aws:ec2/subnet:Subnet", subnet)).toThrow(
      "The vpc ID 'vpc-made-up' does not exist",
    );
  });

  it("keeps what is secret secret", async () => {
    await start();
    const secret = new aws.secretsmanager.Secret("db", { description: pulumi.secret("who knows") });
    expect(await pulumi.isSecret(secret.description)).toBe(true);
    expect(await valueOf(secret.arn)).toMatch(/:secret:db-[0-9a-f]{7}-\w{6}$/);
  });

  it("answers functions, and names one that it does not know", async () => {
    await start({ region: "us-east-1" });
    const { names } = await aws.getAvailabilityZones({ state: "available" });
    expect(names).toContain("us-east-1f");
    await expect(aws.getBillingServiceAccount()).rejects.toThrow(
      "does not model the function aws:index/getBillingServiceAccount:getBillingServiceAccount",
    );
  });
});
