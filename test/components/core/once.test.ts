import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { once } from "../../../components/core/once";
import { type Override, withOverride } from "../../../components/core/override";
import { startMocks, valueOf } from "../../support/harness";

const dependencies = async (output: pulumi.Output<unknown>) =>
  (output as unknown as { allResources(): Promise<Set<pulumi.Resource>> }).allResources();

describe("once", () => {
  it("makes whoever uses the value wait for the resources", async () => {
    await startMocks();
    const key = new aws.kms.Key("key");
    const value = once([key], pulumi.output("ready"));
    expect(await valueOf(value)).toBe("ready");
    expect(await dependencies(value)).toContain(key);
  });

  it("keeps a value known in a preview", async () => {
    await startMocks({ preview: true });
    expect(await valueOf(once([new aws.kms.Key("key")], pulumi.output("ready")))).toBe("ready");
  });
});

describe("withOverride", () => {
  interface Args {
    a: number;
    b?: number;
  }
  const cases: [string, Override<Args> | undefined, Args][] = [
    ["keeps the arguments without one", undefined, { a: 1, b: 2 }],
    ["merges a part over them", { b: 3 }, { a: 1, b: 3 }],
    ["replaces them by a function's", ({ a }) => ({ a: a + 1 }), { a: 2 }],
  ];

  it.each(cases)("%s", (_case, override, expected) => {
    expect(withOverride<Args>({ a: 1, b: 2 }, override)).toEqual(expected);
  });
});
