import { beforeEach, describe, expect, it } from "vitest";
import { CloudError } from "../../../sandbox/cloud/errors";
import type { CloudResource } from "../../../sandbox/cloud/resource";
import { changeOutside, createOutside, deleteOutside, Mistakes, type Setting } from "../../../sandbox/console/change";
import { changesBetween, masked } from "../../../sandbox/console/shown";
import { cloud, make, makeCluster, makeRole, makeVpc, scope, startCloud, subnetType } from "../../support/models";

beforeEach(startCloud);

const settings = (...texts: string[]): Setting[] =>
  texts.map((text) => {
    const [path = "", value] = text.split("=");
    return { path, ...(value && { value }) };
  });

const changed = (resource: CloudResource, ...texts: string[]) =>
  cloud.request(() => changeOutside(scope.in(resource.region), resource, settings(...texts)));

function mistakes(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Mistakes) return error.mistakes;
    throw error;
  }
  return [];
}

describe("changes in the console", () => {
  it("change what a read answers, tags in both places, with values of the kind that is there", () => {
    const vpc = makeVpc();
    const after = changed(vpc, "enableDnsHostnames=true", "tags.Cost=1000");
    expect(after.outputs).toMatchObject({
      enableDnsHostnames: true,
      tags: { Cost: "1000" },
      tagsAll: { Cost: "1000" },
    });
    expect(changesBetween(vpc, after)).toEqual(["enableDnsHostnames: false → true", 'tags.Cost: (absent) → "1000"']);
    expect(changed(after, "tags.Cost=").outputs).toMatchObject({ tags: {}, tagsAll: {} });
    expect(changed(makeCluster(), "vpcConfig.endpointPublicAccess=true", "version=1.35").outputs).toMatchObject({
      version: "1.35",
      vpcConfig: { endpointPublicAccess: true, vpcId: expect.stringMatching(/^vpc-/) },
    });
  });

  it("name every mistake at once and change nothing", () => {
    const vpc = makeVpc();
    const wrong = ["enableDnsHostname=true", "arn=x", "enableDnsSupport=maybe", "a..b=1", "tags.none="];
    expect(mistakes(() => changed(vpc, ...wrong))).toEqual([
      "a..b: is no property path, e.g. tags.Owner, ingress[0].fromPort",
      "tags.none: is not there",
      "enableDnsSupport: Attribute must be true or false",
      "enableDnsHostname: Invalid or unknown key. Did you mean 'enableDnsHostnames'?",
      expect.stringMatching(/^arn: Computed attributes cannot be set/),
    ]);
    const nested = mistakes(() => changed(makeCluster(), "vpcConfig.endpointPublicAcces=true", "vpcConfig.zone=x"));
    expect(nested[0]).toBe(
      "vpcConfig.endpointPublicAcces: Invalid or unknown key. Did you mean 'endpointPublicAccess'?",
    );
    expect(nested[1]).toMatch(/^vpcConfig\.zone: Invalid or unknown key; there is .*endpointPublicAccess, .*subnetIds/);
    expect(scope.find(vpc.type, vpc.id)).toEqual(vpc);
  });

  it("are not possible where nobody can change it, nor where AWS refuses", () => {
    const vpc = makeVpc();
    expect(mistakes(() => changed(vpc, "cidrBlock=10.1.0.0/16"))[0]).toContain("cannot be changed on vpc-");
    const role = makeRole();
    expect(() => changed(role, "maxSessionDuration=60")).toThrow(CloudError);
    expect(changed(role, "maxSessionDuration=7200").outputs.maxSessionDuration).toBe(7200);
  });

  it("delete what nothing uses, or schedule it", () => {
    const vpc = makeVpc();
    const subnet = make(subnetType, { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
    const drop = (resource: CloudResource) => cloud.request(() => deleteOutside(scope, resource));
    expect(() => drop(vpc)).toThrow(/has dependencies/);
    drop(subnet);
    drop(vpc);
    expect(scope.find(vpc.type, vpc.id)).toBeUndefined();
    const key = make("aws:kms/key:Key", {});
    drop(key);
    expect(scope.find(key.type, key.id)?.status).toBe("PendingDeletion");
  });

  it("make what no program knows, once all that it needs is said", () => {
    const type = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    const made = (...texts: string[]) => cloud.request(() => createOutside(scope, type, settings(...texts)));
    expect(mistakes(() => made("fromPort=22"))).toEqual([
      expect.stringMatching(/^ipProtocol: Missing required argument/),
      expect.stringMatching(/^securityGroupId: Missing required argument/),
    ]);
    expect(() => made("ipProtocol=tcp", "securityGroupId=sg-0123456789abcdef0")).toThrow(CloudError);
    const group = make("aws:ec2/securityGroup:SecurityGroup", { vpcId: makeVpc().id });
    const rule = made(
      "ipProtocol=tcp",
      `securityGroupId=${group.id}`,
      "fromPort=22",
      "toPort=22",
      "cidrIpv4=0.0.0.0/0",
    );
    expect(rule.outputs).toMatchObject({ fromPort: 22, ipProtocol: "tcp" });
  });
});

describe("what is shown of a thing", () => {
  it("has no secret: neither the type's own nor what came as one", () => {
    const parameter: CloudResource = {
      ...make("aws:ssm/parameter:Parameter", { type: "String", value: "hunter2" }),
      secrets: ["value"],
    };
    expect(masked(parameter).inputs).toMatchObject({ type: "String", value: "[secret]" });
    const version = make("aws:secretsmanager/secretVersion:SecretVersion", {
      secretId: make("aws:secretsmanager/secret:Secret", { name: "db" }).id,
      secretString: "hunter2",
    });
    expect(JSON.stringify([masked(parameter), masked(version)])).not.toContain("hunter2");
    const after = { ...parameter, outputs: { ...parameter.outputs, value: "hunter3" } };
    expect(changesBetween(parameter, after)).toEqual(["value: [secret] → [secret]"]);
  });
});
