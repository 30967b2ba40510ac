import { describe, expect, it } from "vitest";
import { isDangerous, unseenDangers } from "../../cli/danger";
import { stackResult } from "../support/stack-result";

describe("isDangerous", () => {
  it.each([
    ["delete", "aws:ec2/vpc:Vpc"],
    ["replace", "aws:rds/instance:Instance"],
    ["update", "aws:iam/role:Role"],
    ["create", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"],
    ["update", "aws:kms/key:Key"],
  ])("is: %s of %s", (op, type) => {
    expect(isDangerous({ urn: "u", type, name: "n", parent: "", op, replaceKeys: [], diff: [] })).toBe(true);
  });

  it.each([
    ["update", "aws:ec2/vpc:Vpc"],
    ["create", "aws:ec2/subnet:Subnet"],
    ["same", "aws:iam/role:Role"],
    ["update", "aws:kms/alias:Alias"],
  ])("is not: %s of %s", (op, type) => {
    expect(isDangerous({ urn: "u", type, name: "n", parent: "", op, replaceKeys: [], diff: [] })).toBe(false);
  });
});

describe("unseenDangers", () => {
  it("names a replacement that was reviewed as an update", () => {
    const reviewed = stackResult({ resources: [["update", "aws:ec2/subnet:Subnet", "a"]] });
    const now = stackResult({ resources: [["replace", "aws:ec2/subnet:Subnet", "a"]] });
    expect(unseenDangers(reviewed, now).map(({ op, name }) => `${op} ${name}`)).toEqual(["replace a"]);
  });

  it("accepts what was reviewed, and harmless news", () => {
    const reviewed = stackResult({ resources: [["delete", "aws:ec2/subnet:Subnet", "a"]] });
    const now = stackResult({
      resources: [
        ["delete", "aws:ec2/subnet:Subnet", "a"],
        ["create", "aws:ec2/subnet:Subnet", "b"],
      ],
    });
    expect(unseenDangers(reviewed, now)).toEqual([]);
  });
});
