import { describe, expect, it } from "vitest";
import { conform, reasonOf } from "../../../sandbox/shapes/conform";
import { type Properties, unknown, withSecrets } from "../../../sandbox/values";

const instance = "aws:ec2/instance:Instance";
const group = "aws:ec2/securityGroup:SecurityGroup";
const role = "aws:iam/role:Role";
const subnet = "aws:ec2/subnet:Subnet";
const table = "aws:ec2/routeTable:RouteTable";

/** What is said of inputs, each mistake as the engine shows it. */
const said = (type: string, inputs: Properties) => {
  return conform(type, inputs).mistakes.map((mistake) => reasonOf(mistake, "web"));
};
/** What the provider takes, given that it takes it. */
function taken(type: string, inputs: Properties): Properties {
  expect(said(type, inputs)).toEqual([]);
  return conform(type, inputs).inputs;
}
const secret = (value: Properties[string]) => withSecrets({ it: value }, ["it"]).it ?? null;
const rule = { protocol: "tcp", fromPort: 443, toPort: 443 };
const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole" }] };

describe("names", () => {
  it("takes what is declared, at any depth", () => {
    const inputs = { ami: "ami-1", rootBlockDevice: { volumeSize: 20, tags: { any: "thing", "a b": "c" } } };
    expect(taken(instance, inputs)).toEqual(inputs);
  });

  it("refuses what is not, with its path and the name that was meant", () => {
    expect(said("aws:ec2/vpc:Vpc", { cidrBlok: "10.0.0.0/16" })).toEqual([
      "Invalid or unknown key. Did you mean 'cidrBlock'? Examine values at 'web.cidrBlok'.",
    ]);
    expect(said(instance, { rootBlockDevice: { volumeSise: 20 } })).toEqual([
      "Invalid or unknown key. Did you mean 'volumeSize'? Examine values at 'web.rootBlockDevice.volumeSise'.",
    ]);
    expect(said(group, { ingress: [rule, { ...rule, cidrBlock: ["10.0.0.0/8"] }] })).toEqual([
      "Invalid or unknown key. Did you mean 'cidrBlocks'? Examine values at 'web.ingress[1].cidrBlock'.",
    ]);
  });

  it("takes a name of Terraform's for the one that was meant", () => {
    const [reason] = said(subnet, { vpcId: "vpc-1", assign_ipv6_address_on_creation: true });
    expect(reason).toContain("Did you mean 'assignIpv6AddressOnCreation'?");
  });

  it.each(["colour", "x", "constructor"])("suggests nothing where nothing is near: %s", (name) => {
    expect(said("aws:ec2/vpc:Vpc", { [name]: "red" })).toEqual([
      `Invalid or unknown key. Examine values at 'web.${name}'.`,
    ]);
  });

  it("says of an output that AWS sets it", () => {
    expect(said("aws:ec2/vpc:Vpc", { arn: "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1" })).toEqual([
      "Computed attributes cannot be set. Computed attributes cannot be set, but a value was set for \"arn\". Examine values at 'web.arn'.",
    ]);
  });

  it("takes what the provider itself puts into inputs", () => {
    const inputs = { cidrBlock: "10.0.0.0/16", tagsAll: { owner: "app" }, __defaults: ["enableDnsSupport"] };
    expect(taken("aws:ec2/vpc:Vpc", inputs)).toEqual(inputs);
    expect(said("aws:ec2/route:Route", { routeTableId: "rtb-1", tagsAll: {} })).toHaveLength(1);
  });
});

describe("what must be given", () => {
  it("is missed at the top and inside", () => {
    expect(said(subnet, { cidrBlock: "10.0.0.0/24" })).toEqual([
      "Missing required argument. The argument \"vpcId\" is required, but no definition was found. Examine values at 'web.vpcId'.",
    ]);
    expect(said(group, { ingress: [{ fromPort: 443, toPort: 443 }] })).toEqual([
      "Missing required argument. The argument \"protocol\" is required, but no definition was found. Examine values at 'web.ingress[0].protocol'.",
    ]);
  });

  it("is not given by null, and is by what is not known yet", () => {
    expect(said(subnet, { vpcId: null })).toHaveLength(1);
    expect(taken(subnet, { vpcId: unknown, cidrBlock: null })).toEqual({ vpcId: unknown });
  });
});

describe("kinds of values", () => {
  it.each([
    ["a map for a text", group, { name: { a: "b" } }, "Attribute must be a single value, not a map"],
    ["a list for a text", group, { name: ["a"] }, "Attribute must be a single value, not a list"],
    ["a word for a number", instance, { ipv6AddressCount: "four" }, "Attribute must be a number"],
    ["nothing for a number", instance, { ipv6AddressCount: "" }, "Attribute must be a number"],
    ["a truth for a number", instance, { ipv6AddressCount: true }, "Attribute must be a number"],
    ["a word for a truth", instance, { monitoring: "yes" }, "Attribute must be true or false"],
    ["a text for an object", instance, { rootBlockDevice: "20" }, "Expected Object Type. Expected object, got string"],
    ["a text for a map", group, { tags: "owner" }, "Attribute should be a map"],
  ])("refuses %s", (_what, type, inputs, reason) => {
    expect(conform(type, inputs).mistakes).toEqual([{ path: Object.keys(inputs)[0], reason }]);
  });

  it("refuses several objects where there is one", () => {
    const [reason] = said(instance, { rootBlockDevice: [{ volumeSize: 1 }, { volumeSize: 2 }] });
    expect(reason).toMatch(/^List longer than MaxItems\. Attribute supports 1 item maximum, config has 2 declared\./);
  });

  it("refuses what is wrong inside lists and maps, by its place", () => {
    expect(conform(group, { ingress: [{ ...rule, cidrBlocks: ["10.0.0.0/8", {}] }] }).mistakes[0]?.path).toBe(
      "ingress[0].cidrBlocks[1]",
    );
    expect(conform(group, { tags: { "a/b": ["c"] } }).mistakes[0]?.path).toBe('tags["a/b"]');
  });

  it("converts as the bridge does", () => {
    expect(taken(instance, { ipv6AddressCount: "4", monitoring: "true", ebsOptimized: "0", ami: 5 })).toEqual({
      ipv6AddressCount: 4,
      monitoring: true,
      ebsOptimized: false,
      ami: "5",
    });
    expect(taken(table, { vpcId: "vpc-1", propagatingVgws: "vgw-1", routes: { gatewayId: "igw-1" } })).toEqual({
      vpcId: "vpc-1",
      propagatingVgws: ["vgw-1"],
      routes: [{ gatewayId: "igw-1" }],
    });
    expect(taken(instance, { rootBlockDevice: [{ volumeSize: 20 }], creditSpecification: [] })).toEqual({
      rootBlockDevice: { volumeSize: 20 },
    });
  });

  it("makes a text of a document that is given as an object", () => {
    expect(taken(role, { assumeRolePolicy: trust })).toEqual({ assumeRolePolicy: JSON.stringify(trust) });
    expect(taken(role, { assumeRolePolicy: "{}" })).toEqual({ assumeRolePolicy: "{}" });
    expect(taken(role, { assumeRolePolicy: { ...trust, Id: unknown } })).toEqual({ assumeRolePolicy: unknown });
    expect(taken(role, { assumeRolePolicy: { Id: secret("hunter2") } })).toEqual({
      assumeRolePolicy: '{"Id":"hunter2"}',
    });
  });
});

it("says everything that is wrong at once, and never a value", () => {
  const reasons = said(group, {
    nam: "hunter2",
    description: ["hunter2"],
    ingress: [{ fromPort: "hunter2", toPort: 443, self: "hunter2" }],
  });
  expect(reasons.map((reason) => /'web\.(.*)'\.$/.exec(reason)?.[1])).toEqual([
    "nam",
    "description",
    "ingress[0].fromPort",
    "ingress[0].self",
    "ingress[0].protocol",
  ]);
  expect(reasons.join()).not.toContain("hunter2");
});

describe("what is not judged", () => {
  it("is what is unknown, wherever it is", () => {
    const inputs = {
      name: unknown,
      ingress: [unknown, { protocol: unknown, fromPort: unknown, toPort: 1 }],
      tags: unknown,
    };
    expect(taken(group, inputs)).toEqual(inputs);
  });

  it("is what is secret, wherever it is", () => {
    const inputs = {
      name: secret({ wrong: "kind" }),
      ingress: secret([{ wrong: "name" }]),
      tags: { a: secret(["b"]) },
    };
    expect(taken(group, inputs)).toEqual(inputs);
  });

  it("is an archive", () => {
    const archive = { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", path: "./dist" };
    const inputs = { role: "arn:aws:iam::111122223333:role/a", code: archive };
    expect(taken("aws:lambda/function:Function", inputs)).toEqual(inputs);
  });
});

it.each([
  ["aws:ec2/subent:Subent", " Did you mean 'aws:ec2/subnet:Subnet'?"],
  ["aws:moon/base:Base", ""],
  ["aws:../ec2/vpc:Vpc", ""],
  ["aws:types/input:Input", ""],
])("refuses a type that the SDK does not have: %s", (type, hint) => {
  expect(() => conform(type, {})).toThrow(
    `unrecognized resource type (Check): ${type}${hint === "" ? "" : `.${hint}`}`,
  );
});
