import { describe, expect, it } from "vitest";
import { controlLists, type ListedFramework } from "../../../policy-packs/controls/lists";
import { rules } from "../../../policy-packs/rules";

const listed = Object.entries(controlLists) as [ListedFramework, (typeof controlLists)[ListedFramework]][];

describe.each(listed)("%s", (framework, { source, controls }) => {
  it("has every control once, and says where from and of when", () => {
    const ids = controls.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(source).toMatch(/\(.*20\d\d-\d\d-\d\d\)/);
  });

  it("has every control that a rule names, which names it once", () => {
    const ids = new Set(controls.map(({ id }) => id));
    const named = rules.map((rule) => ({ rule: rule.name, named: rule.controls[framework] ?? [] }));
    const wrong = named.flatMap(({ rule, named: mine }) =>
      mine.filter((id, index) => !ids.has(id) || mine.indexOf(id) !== index).map((id) => `${rule}: ${id}`),
    );
    expect(wrong).toEqual([]);
  });
});

it("repeats titles only of the framework that is in the public domain", () => {
  const titled = listed.filter(([, { controls }]) => controls.some(({ title }) => title !== undefined));
  expect(titled.map(([framework]) => framework)).toEqual(["nist-800-53-r5"]);
});

it("has as many as the lists that they come from", () => {
  expect(Object.fromEntries(listed.map(([framework, { controls }]) => [framework, controls.length]))).toEqual({
    "cis-aws-5.0": 63,
    soc2: 61,
    "iso27001-2022": 93,
    "nist-800-53-r5": 1007,
    "pci-4.0": 230,
    "cis-kubernetes-1.11": 134,
  });
});
