import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { ArgsError } from "../../../components/core/errors";
import { networkSchema } from "../../../components/network/schema";
import { NetworkNatMode, NetworkTier } from "../../../components/network/types";
import { startMocks, valueOf } from "../../support/harness";
import { minimal } from "./arguments";

function issuesOf(changes: object, name = "dev"): string[] {
  try {
    networkSchema.parse(name, { ...minimal, ...changes });
  } catch (error) {
    if (error instanceof ArgsError) return error.message.split("\n").slice(1);
    throw error;
  }
  return [];
}

const zonesOf = (letters: string) => [...letters].map((letter) => `us-east-1${letter}`);
const endpoint = "must be the end of an endpoint's service name, e.g. ecr.api";

describe("the arguments of a network", () => {
  beforeEach(() => startMocks());

  it("fails with every mistake at once", () => {
    const bad = {
      cidr: "10.0.0.1/16",
      zones: ["eu-west-1", "eu-west-1b"],
      tiers: ["public", "database"],
      reservedZones: 3,
      natMode: "double",
      interfaceEndpoints: ["s3", "com.amazonaws.eu-west-1.sts"],
      flowLogRetentionInDays: 100,
      instanceMetadataDefaults: "yes",
      encryptionKeyArn: "alias/logs",
      tags: { "aws:team": "x" },
      region: "eu-west-1",
    };
    expect(issuesOf(bad, "dev network")).toMatchInlineSnapshot(`
      [
        "- name: must be 1 to 32 letters, digits, hyphens and underscores, the first a letter or digit, e.g. dev",
        "- region: is not an argument of this component, which takes cidr, zones, tiers, reservedZones, natMode, interfaceEndpoints, flowLogRetentionInDays, instanceMetadataDefaults, encryptionKeyArn, tags",
        "- cidr: must be an IPv4 range of /16 to /24 written from its first address, e.g. 10.0.0.0/16",
        "- zones.0: must be an availability zone, e.g. eu-west-1a",
        "- tiers.1: must be one of public, private, intra",
        "- reservedZones: must be one of 4, 8",
        "- natMode: must be one of none, single, per-zone, regional",
        "- interfaceEndpoints.0: has a gateway endpoint already, which costs nothing",
        "- interfaceEndpoints.1: must be the end of an endpoint's service name, e.g. ecr.api for com.amazonaws.eu-west-1.ecr.api",
        "- flowLogRetentionInDays: must be a period CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days",
        "- instanceMetadataDefaults: must be true or false",
        "- encryptionKeyArn: must be the ARN of a KMS key, e.g. arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "- tags.aws:team: a tag's key must be 1 to 128 letters, digits, spaces and _ . : / = + - @, and not start with aws:, e.g. cost-center",
      ]
    `);
  });

  it("needs a range and zones only", () => {
    expect(() => networkSchema.parse("dev", {} as never)).toThrowErrorMatchingInlineSnapshot(`
      [ArgsError: dev: invalid arguments
      - cidr: is missing: must be an IPv4 range of /16 to /24 written from its first address, e.g. 10.0.0.0/16
      - zones: is missing: must be a list of availability zones, e.g. eu-west-1a]
    `);
  });

  it.each([
    ["a VPC of /16", { cidr: "10.0.0.0/16" }],
    ["a VPC of /24", { cidr: "10.0.0.0/24" }],
    ["a VPC of /23 for 8 zones", { cidr: "10.0.0.0/23", reservedZones: 8 }],
    ["2 zones", { zones: zonesOf("ab") }],
    ["8 zones", { zones: zonesOf("abcdefgh"), reservedZones: 8 }],
    ["the last of 4 zones", { zones: zonesOf("ad") }],
    ["zones of any partition", { zones: ["us-gov-west-1a", "us-gov-west-1b"] }],
    ["no public tier with a regional gateway", { tiers: ["private"], natMode: NetworkNatMode.Regional }],
    ["an intra tier alone", { tiers: ["intra"], natMode: NetworkNatMode.None, interfaceEndpoints: ["sts"] }],
    ["endpoints with dots and hyphens", { interfaceEndpoints: ["ecr.api", "bedrock-runtime", "s3express"] }],
  ])("takes %s", (_case, changes) => {
    expect(issuesOf(changes)).toEqual([]);
  });

  it.each([
    ["a VPC of /15", { cidr: "10.0.0.0/15" }, "cidr: must be an IPv4 range of /16 to /24"],
    ["a VPC of /25", { cidr: "10.0.0.0/25" }, "cidr: must be an IPv4 range of /16 to /24"],
    ["a VPC of /24 for 8 zones", { cidr: "10.0.0.0/24", reservedZones: 8 }, "cidr: must be /23 or larger"],
    ["one zone", { zones: zonesOf("a") }, "zones: must be at least 2 zones"],
    ["9 zones", { zones: zonesOf("abcdefgha"), reservedZones: 8 }, "zones: must be at most 8 zones"],
    ["a zone twice", { zones: zonesOf("aba") }, "zones: must name each zone once"],
    ["a local zone", { zones: ["us-west-2a", "us-west-2-lax-1a"] }, "zones.1: must be an availability zone"],
    ["zones of two regions", { zones: ["eu-west-1a", "eu-west-2b"] }, "zones.1: must be a zone of eu-west-1"],
    ["the fifth of 4 zones", { zones: zonesOf("ae") }, "zones.1: is beyond zone d, the last of the 4"],
    ["the ninth of 8 zones", { zones: zonesOf("ai"), reservedZones: 8 }, "zones.1: is beyond zone h"],
    ["no tier", { tiers: [], natMode: "none" }, "tiers: must name at least one tier"],
    ["a tier twice", { tiers: [NetworkTier.Intra, NetworkTier.Intra] }, "tiers: must name each tier once"],
    ["NAT for nobody", { tiers: ["public"] }, "natMode: must be none without the private tier"],
    ["NAT gateways nowhere", { tiers: ["private"] }, "natMode: must be none or regional without the public tier"],
    ["a single one nowhere", { tiers: ["private"], natMode: "single" }, "natMode: must be none or regional without"],
    [
      "endpoints nowhere",
      { tiers: ["public"], natMode: "none", interfaceEndpoints: ["sts"] },
      "interfaceEndpoints: need the tier intra or private",
    ],
    ["an endpoint twice", { interfaceEndpoints: ["sts", "sts"] }, "interfaceEndpoints: must name each service once"],
    ["S3 as interface", { interfaceEndpoints: ["s3"] }, "interfaceEndpoints.0: has a gateway endpoint already"],
    ["DynamoDB as interface", { interfaceEndpoints: ["dynamodb"] }, "interfaceEndpoints.0: has a gateway endpoint"],
    [
      "a whole service name",
      { interfaceEndpoints: ["com.amazonaws.eu-west-1.sts"] },
      `interfaceEndpoints.0: ${endpoint}`,
    ],
    ["an empty service", { interfaceEndpoints: [""] }, `interfaceEndpoints.0: ${endpoint}`],
    [
      "a retention nobody offers",
      { flowLogRetentionInDays: 91 },
      "flowLogRetentionInDays: must be a period CloudWatch",
    ],
    ["a long name", {}, "name: must be 1 to 32 letters", "a".repeat(33)],
  ])("refuses %s", (_case, changes, issue, name = "dev") => {
    expect(issuesOf(changes, name)).toEqual([expect.stringContaining(issue)]);
  });

  it.each(["cidr", "zones", "natMode", "tiers", "interfaceEndpoints", "flowLogRetentionInDays"])(
    "refuses an Output for %s, which decides what exists",
    (key) => {
      expect(issuesOf({ [key]: pulumi.output("later") })).toEqual([
        `- ${key}: must be known at preview, got an Output; pass a plain value`,
      ]);
    },
  );

  it("checks a key's ARN once it is known, and keeps it secret", async () => {
    const { encryptionKeyArn } = networkSchema.parse("dev", { ...minimal, encryptionKeyArn: pulumi.secret("nope") });
    await expect(valueOf(encryptionKeyArn)).rejects.toThrow("encryptionKeyArn: must be the ARN of a KMS key");
    const { tags } = networkSchema.parse("dev", { ...minimal, tags: { team: pulumi.secret("a") } });
    expect(await pulumi.isSecret(tags)).toBe(true);
  });
});
