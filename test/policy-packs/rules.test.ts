import { describe, expect, it } from "vitest";
import { parametersOf } from "../../policy-packs/core/rule";
import { packs, rules } from "../../policy-packs/rules";
import { judge, judgeStack, unknown } from "../support/policy";

it("has no name twice, over all packs", () => {
  const names = rules.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it.each(Object.entries(packs))("%s ships exactly these rules", (_pack, own) => {
  expect(
    own.map(({ name, severity, level = "", scope }) => `${name} ${severity} ${scope} ${level}`.trim()),
  ).toMatchSnapshot();
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
  it("says what is true, why, and how to get there", () => {
    expect(rule.title).toMatch(/^[A-Z].*\.$/s);
    expect(rule.remediationSteps).toMatch(/^[A-Z].*\.$/s);
    expect(rule.docs.why).toMatch(/^[A-Z].*\.$/s);
    expect(rule.docs.good.length).toBeGreaterThan(0);
    if (rule.scope === "stack") {
      const names = rule.docs.good.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(() => parametersOf(rule)).not.toThrow();
  });

  it("does not crash on a resource without any input", async () => {
    const types = rule.judges ? rule.docs.good.map(({ type }) => type) : rule.types;
    for (const type of types) {
      const { violations } =
        rule.scope === "stack"
          ? await judgeStack([rule], [{ type, name: "subject", props: {} }])
          : await judge([rule], type, {});
      for (const { message } of violations) expect(message).not.toContain("bug in the pack");
    }
  });

  it("does not apply to other types", async () => {
    const { violations, notApplicable } = await judge([rule], "random:index/randomPet:RandomPet", { prefix: unknown });
    expect(violations).toEqual([]);
    if (rule.scope === "resource") expect(notApplicable).not.toEqual([]);
  });
});
