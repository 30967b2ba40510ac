import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { argsSchema } from "../../../components/core/args";
import { ArgsError } from "../../../components/core/errors";
import { startMocks, valueOf } from "../../support/harness";

enum Size {
  Small = "small",
  Large = "large",
}

interface ThingArgs {
  size: Size;
  count?: number;
  parts?: Record<string, { weight: number }>;
  keyArn: pulumi.Input<string>;
  labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

const schema = argsSchema<ThingArgs>()({
  name: z.string().regex(/^[a-z]+$/, "must be small letters, e.g. thing"),
  plain: {
    size: z.enum(Size),
    count: z.int().min(1).max(5).default(2),
    parts: z.record(z.string().max(4, "must be at most 4 letters"), z.strictObject({ weight: z.number() })).default({}),
  },
  inputs: {
    keyArn: z.string().startsWith("arn:", "must be an ARN, e.g. arn:aws:kms:…"),
    labels: z.record(z.string(), z.string()).default({}),
  },
  rules: [
    ({ size, count }) =>
      size === Size.Small && count > 3 ? { path: "count", reason: "must be at most 3 when size is small" } : undefined,
    ({ size }, has) =>
      size === Size.Large && has("labels")
        ? { path: "labels", reason: "must be left out when size is large" }
        : undefined,
  ],
});

const good: ThingArgs = { size: Size.Small, keyArn: "arn:aws:kms:x" };

function messageOf(args: unknown, name = "thing"): string {
  try {
    schema.parse(name, args as ThingArgs);
  } catch (error) {
    if (error instanceof ArgsError) return error.message;
    throw error;
  }
  return "";
}

describe("argsSchema", () => {
  beforeEach(() => startMocks());

  it("gives plain values with defaults, and Outputs of inputs", async () => {
    const parsed = schema.parse("thing", good);
    expect(parsed).toMatchObject({ size: "small", count: 2, parts: {} });
    expect(await valueOf(parsed.keyArn)).toBe("arn:aws:kms:x");
    expect(await valueOf(parsed.labels)).toEqual({});
  });

  it("tells every mistake at once: where, what is wrong, what is allowed", () => {
    const bad = {
      size: "medium",
      count: 1.5,
      parts: { axle: { weight: "1kg", colour: "red" }, wheel: { weight: 1 } },
      keyArn: 7,
      labels: { a: 1 },
      colour: "red",
    };
    expect(messageOf(bad, "Thing 1")).toMatchInlineSnapshot(`
      "Thing 1: invalid arguments
      - name: must be small letters, e.g. thing
      - colour: is not an argument of this component, which takes size, count, parts, keyArn, labels
      - size: must be one of small, large
      - count: must be a whole number
      - parts.axle.weight: must be a number
      - parts.axle.colour: is not a field here, only weight
      - parts.wheel: must be at most 4 letters
      - keyArn: must be a string
      - labels.a: must be a string"
    `);
  });

  it("says that a required field is missing, also when there are no arguments at all", () => {
    expect(messageOf(undefined)).toMatchInlineSnapshot(`
      "thing: invalid arguments
      - size: is missing: must be one of small, large
      - keyArn: is missing: must be a string"
    `);
  });

  it.each([
    [1, []],
    [0, ["count: must be at least 1"]],
    [5, []],
    [6, ["count: must be at most 5"]],
  ])("judges a count of %d by its range", (count, issues) => {
    const lines = messageOf({ ...good, size: Size.Large, count })
      .split("\n- ")
      .slice(1);
    expect(lines).toEqual(issues);
  });

  it("asks rules across fields also when an input is wrong", () => {
    const message = messageOf({ ...good, count: 4, keyArn: "nope" });
    expect(message).toContain("- keyArn: must be an ARN");
    expect(message).toContain("- count: must be at most 3 when size is small");
  });

  it("asks no rule while a plain field is wrong by itself", () => {
    expect(messageOf({ ...good, count: 9 })).not.toContain("when size is small");
  });

  it("tells a rule that a field was given whose value is not known yet", () => {
    const labels = pulumi.output(Promise.resolve({ a: "b" }));
    expect(messageOf({ ...good, size: Size.Large, labels })).toContain("labels: must be left out when size is large");
  });

  it.each([
    ["an Output", pulumi.output(2)],
    ["a Promise", Promise.resolve(2)],
  ])("refuses %s where the value decides what exists", (_case, count) => {
    expect(messageOf({ ...good, count })).toContain("- count: must be known at preview, got an Output");
  });

  it("refuses an Output inside a plain field", () => {
    const parts = { axle: { weight: pulumi.output(1) } };
    expect(messageOf({ ...good, parts })).toContain("- parts: must be known at preview");
  });

  it("checks an Output once its value is known", async () => {
    const { keyArn } = schema.parse("thing", { ...good, keyArn: pulumi.output("nope") });
    await expect(valueOf(keyArn)).rejects.toThrow("thing: invalid arguments\n- keyArn: must be an ARN");
  });

  it("keeps a secret secret, and its value out of the message", async () => {
    const { keyArn } = schema.parse("thing", { ...good, keyArn: pulumi.secret("arn:aws:kms:hidden") });
    expect(await pulumi.isSecret(keyArn)).toBe(true);
    const bad = schema.parse("thing", { ...good, keyArn: pulumi.secret("hunter2") });
    await expect(valueOf(bad.keyArn)).rejects.toThrow(/^(?!.*hunter2)/s);
  });

  it("leaves an unknown value unknown", async () => {
    await startMocks({ preview: true });
    const { keyArn } = schema.parse("thing", { ...good, keyArn: pulumi.output(pulumi.unknown as unknown as string) });
    const { isKnown } = keyArn as unknown as { isKnown: Promise<boolean> };
    expect(await isKnown).toBe(false);
  });

  it("is the error that a provider host prints as a list", () => {
    const error = new ArgsError("thing", [{ path: "size", reason: "is missing" }]);
    expect(error).toBeInstanceOf(pulumi.InputPropertiesError);
    expect(error.name).toBe("ArgsError");
  });
});
