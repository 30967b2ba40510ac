import { describe, expect, it } from "vitest";
import { readState, StateError } from "../../../cli/policies/state";
import { unknownString } from "../../../policy-packs/core/unknown";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const secretMark = "4dabf18193072939515e22adb298388d";
const ciphertext = { [secretMark]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:c2VjcmV0" };
const plaintext = { [secretMark]: "1b47061264138c4ac30d75fd1eb44270", plaintext: '"hunter2"' };

const provider = {
  urn: urn("pulumi:providers:aws", "main"),
  type: "pulumi:providers:aws",
  custom: true,
  id: "p-1",
  inputs: { region: "eu-west-1", secretKey: plaintext },
};
const bucket = {
  urn: urn("aws:s3/bucketV2:BucketV2", "logs::2026"),
  type: "aws:s3/bucketV2:BucketV2",
  custom: true,
  id: "logs-1",
  protect: true,
  parent: urn("pulumi:pulumi:Stack", "shop-prod"),
  provider: `${provider.urn}::p-1`,
  inputs: { bucket: "logs-1", tags: [{ value: ciphertext }] },
  outputs: { arn: "arn:aws:s3:::logs-1", policy: plaintext },
  propertyDependencies: { bucket: [urn("aws:kms/key:Key", "key")], tags: null },
  dependencies: [urn("aws:kms/key:Key", "key")],
};
const key = { urn: urn("aws:kms/key:Key", "key"), type: "aws:kms/key:Key", custom: true, id: "k-1" };
const stack = { urn: urn("pulumi:pulumi:Stack", "shop-prod"), type: "pulumi:pulumi:Stack" };

const exported = (...resources: object[]) => JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });

describe("a state export", () => {
  it("gives inputs and outputs, with names, options, providers and dependencies", () => {
    const state = readState(exported(stack, provider, key, bucket));
    expect(state.stack).toBe("prod");
    expect(state.things).toBe(2);
    expect(state.inputs.map(({ name }) => name)).toEqual(["shop-prod", "main", "key", "logs::2026"]);
    expect(state.inputs[3]).toEqual({
      type: bucket.type,
      urn: bucket.urn,
      name: "logs::2026",
      props: { bucket: "logs-1", tags: [{ value: unknownString }] },
      options: { protect: true, ignoreChanges: [], parent: stack.urn },
      provider: { type: provider.type, name: "main", props: { region: "eu-west-1", secretKey: unknownString } },
      propertyDependencies: { bucket: [{ urn: key.urn, type: key.type }], tags: [] },
    });
    expect(state.outputs[3]?.props).toEqual({ arn: "arn:aws:s3:::logs-1", policy: unknownString, id: "logs-1" });
  });

  it("keeps nothing of a secret, encrypted or not", () => {
    const text = JSON.stringify(readState(exported(stack, provider, key, bucket)));
    expect(text).not.toMatch(/hunter2|c2VjcmV0|plaintext|ciphertext/);
  });

  it("leaves out what is gone or somebody else's", () => {
    const others = [
      { ...bucket, delete: true },
      { ...bucket, pendingReplacement: true },
      { ...bucket, external: true },
    ];
    expect(readState(exported(stack, ...others)).inputs.map(({ name }) => name)).toEqual(["shop-prod"]);
  });

  it("may be the file of a backend, and may be empty", () => {
    const file = { version: 3, checkpoint: { stack: "prod", latest: { resources: [key] } } };
    expect(readState(JSON.stringify(file)).inputs).toHaveLength(1);
    const empty = { stack: "", inputs: [], outputs: [], things: 0 };
    expect(readState(JSON.stringify({ version: 3, deployment: { manifest: {} } }))).toEqual(empty);
    expect(readState(JSON.stringify({ version: 3, checkpoint: { stack: "prod", latest: null } }))).toEqual(empty);
  });
});

describe("what is no state", () => {
  const said = (text: string): string => {
    try {
      readState(text);
      return "";
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      return error.message;
    }
  };

  it.each([
    ["no JSON", '{"password": "hunter2"', "it is no JSON"],
    ["a list", "[]", "it must be an object"],
    ["something else in JSON", '{"name": "x"}', "version is missing: must be 3 or 4: export it with a newer Pulumi"],
    ["of an old version", '{"version": 2, "deployment": {}}', "version must be 3 or 4: export it with a newer Pulumi"],
    ["without URNs", exported({ type: "a:b:C" }), "deployment.resources.0.urn is missing"],
    ["with another URN", exported({ urn: "hunter2", type: "t" }), "deployment.resources.0.urn must be a URN"],
    [
      "with props that are none",
      exported({ ...key, inputs: "hunter2" }),
      "deployment.resources.0.inputs must be a map",
    ],
  ])("%s is told by where it differs, without values", (_what, text, message) => {
    expect(said(text)).toContain(message);
    expect(said(text)).not.toContain("hunter2");
  });

  it("tells the first mistakes and counts the others", () => {
    const lines = said(exported(...Array.from({ length: 9 }, () => ({ ...key, id: 1 })))).split("\n");
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe("… and 4 more");
  });
});
