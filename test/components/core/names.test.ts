import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { componentNameSchema, fitName, nameLimits } from "../../../components/core/names";

const kinds = fc.constantFrom(...(Object.keys(nameLimits) as (keyof typeof nameLimits)[]));
const names = fc.stringMatching(/^[a-z0-9-]{1,600}$/);

describe("fitName", () => {
  it("never passes the limit", () => {
    fc.assert(
      fc.property(kinds, names, (kind, name) => {
        expect(fitName(kind, name).length).toBeLessThanOrEqual(nameLimits[kind]);
      }),
    );
  });

  it("keeps a name that fits, and the start of one that does not", () => {
    fc.assert(
      fc.property(kinds, names, (kind, name) => {
        const fitted = fitName(kind, name);
        if (name.length <= nameLimits[kind]) expect(fitted).toBe(name);
        else expect(name.startsWith(fitted.slice(0, -9))).toBe(true);
      }),
    );
  });

  it("keeps apart long names that differ only at the end", () => {
    const long = "a".repeat(100);
    expect(fitName("iamRole", `${long}1`)).not.toBe(fitName("iamRole", `${long}2`));
  });

  it("gives the same name on every machine and at every time", () => {
    expect(fitName("iamRole", "a".repeat(65))).toMatchInlineSnapshot(
      `"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-635361c4"`,
    );
  });

  it("takes a name of exactly the limit as it is", () => {
    expect(fitName("iamRole", "a".repeat(64))).toBe("a".repeat(64));
  });
});

describe("componentNameSchema", () => {
  it.each(["d", "dev", "dev_2-b", "a".repeat(32)])("takes %s", (name) => {
    expect(componentNameSchema.safeParse(name).success).toBe(true);
  });

  it.each(["", "-dev", "dev cluster", "dev.eu", "a".repeat(33)])("refuses %j", (name) => {
    expect(componentNameSchema.safeParse(name).success).toBe(false);
  });
});
