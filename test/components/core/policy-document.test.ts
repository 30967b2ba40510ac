import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type IdentityStatement,
  policyDocument,
  policySize,
  policySizeLimits,
  type ResourceStatement,
  type TrustStatement,
} from "../../../components/core/policy-document";
import { startMocks, valueOf } from "../../support/harness";

const read: IdentityStatement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const trust: TrustStatement = {
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { Service: "ec2.amazonaws.com" },
};
const key: ResourceStatement = { Effect: "Allow", Action: "kms:*", Resource: "*", Principal: "*" };

describe("policyDocument", () => {
  beforeEach(() => startMocks());

  it("writes elements in one order, whatever the order given", async () => {
    const scrambled: TrustStatement = {
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
      Principal: { Service: "ec2.amazonaws.com" },
      Action: "sts:AssumeRole",
      Effect: "Allow",
      Sid: "Nodes",
    };
    expect(await valueOf(policyDocument("trust", [scrambled]))).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"Nodes","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},' +
        '"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}]}',
    );
  });

  it("takes Outputs anywhere", async () => {
    const Resource = [pulumi.output("arn:aws:s3:::logs"), pulumi.interpolate`arn:aws:s3:::${pulumi.output("logs")}/*`];
    const document = await valueOf(policyDocument("inline", pulumi.output([{ ...read, Resource }])));
    expect(JSON.parse(document).Statement[0].Resource).toEqual(["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]);
  });

  it("stays secret with a secret in it", async () => {
    const statement = { ...read, Resource: pulumi.secret("arn:aws:s3:::logs") };
    expect(await pulumi.isSecret(policyDocument("inline", [statement]))).toBe(true);
  });

  it.each([
    ["inline", { ...read, Action: [] }, "inline policy document: statement 1 names no Action"],
    ["inline", { ...read, Sid: "Read", Resource: "" }, "statement Read names no Resource"],
    ["managed", { ...read, Resource: [""] }, "statement 1 names no Resource"],
    ["trust", { ...trust, Principal: undefined }, "statement 1 names no Principal"],
    ["trust", { ...trust, Principal: { Service: [] } }, "statement 1 names no Principal"],
    ["trust", { ...trust, Condition: { StringEquals: {} } }, "statement 1 names no value of its Condition"],
    ["key", { ...key, Principal: undefined }, "statement 1 names no Principal"],
    ["key", { ...key, Effect: "allow" }, "statement 1 must have the Effect Allow or Deny"],
  ] as const)("fails on a %s statement like %j", async (kind, statement, message) => {
    await expect(valueOf(policyDocument(kind, [statement as never]))).rejects.toThrow(message);
  });

  it("fails on a condition whose value turns out to be missing, which would allow more than it says", async () => {
    const missing = pulumi.output(undefined as unknown as string);
    const statement = { ...trust, Condition: { StringEquals: { "aws:SourceAccount": missing } } };
    await expect(valueOf(policyDocument("trust", [statement]))).rejects.toThrow("names no value of its Condition");
  });

  it("takes a document of just its quota, and none that is larger", async () => {
    const padded = (length: number) => policyDocument("managed", [{ ...read, Resource: "x".repeat(length) }]);
    const free = policySizeLimits.managed - policySize(await valueOf(padded(1))) + 1;
    expect(policySize(await valueOf(padded(free)))).toBe(policySizeLimits.managed);
    await expect(valueOf(padded(free + 1))).rejects.toThrow(
      "managed policy document has 6145 characters, and may have 6144",
    );
  });

  it("counts no white space", () => {
    expect(policySize('{\n  "Version": "2012-10-17"\n}')).toBe(24);
  });
});
