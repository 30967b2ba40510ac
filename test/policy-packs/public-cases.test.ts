import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../policy-packs/rules";
import { judgeCase } from "../../tools/policy-cases/case";
import { contested } from "../../tools/policy-cases/contested";
import { casesPage, reasonFor } from "../../tools/policy-cases/page";
import { readCases } from "../../tools/policy-cases/read";
import { score } from "../../tools/policy-cases/score";

/** Labelled resources from the fixtures of other policy tools. */
const file = resolve(process.env.POLICY_CASES ?? "../shared/corpus/policy-cases.jsonl");
const absent = !existsSync(file);
if (absent) console.warn(`policy cases skipped: ${file} is absent; POLICY_CASES may name another file`);

describe.skipIf(absent)("public cases", () => {
  const cases = absent ? [] : readCases(readFileSync(file, "utf8"));
  const scored = score(rules, cases);
  const built = new Map(rules.map((rule) => [rule.name, rule]));
  const mine = cases
    .map((one) => ({ ...one, rules: one.rules.filter((name) => built.has(name)) }))
    .filter((one) => one.rules.length > 0);

  it("finds at least 95 % of the violations, raises at most 3 % false alarms, and never crashes", () => {
    const { total, rules: byRule } = score(
      rules,
      mine.filter(({ id }) => !(id in contested)),
    );
    const missed = Object.entries(byRule).flatMap(([name, one]) => one.missed.map((id) => `${name} ${id}`));
    const alarmed = Object.entries(byRule).flatMap(([name, one]) => one.alarmed.map((id) => `${name} ${id}`));
    expect(total.expected).toBeGreaterThan(30);
    expect(total.crashes).toBe(0);
    expect(total.found / total.expected, missed.join()).toBeGreaterThanOrEqual(0.95);
    expect(total.falseAlarms / total.ok, alarmed.join()).toBeLessThanOrEqual(0.03);
  });

  it("has a reason for every case that is judged otherwise than it is labelled", () => {
    const differing = Object.entries(scored.rules)
      .filter(([, { built }]) => built)
      .flatMap(([name, { missed, alarmed }]) => [...missed, ...alarmed].map((id) => ({ name, id })));
    expect(differing.filter(({ id }) => reasonFor(id) === undefined)).toEqual([]);
  });

  it.skipIf(process.env.POLICY_CASES)(
    "is shown on a page that is current; else npm run policy:cases -- FILE --page",
    () => {
      const page = readFileSync(resolve(__dirname, "../../docs/reference/public-cases.md"), "utf8");
      expect(page === casesPage(scored, cases)).toBe(true);
    },
  );

  it("makes nothing of an unknown reference: no violation that was not there, no crash", () => {
    const wrong = mine
      .filter(({ resource }) => resource.refs)
      .flatMap((one) => one.rules.map((name) => ({ one, rule: built.get(name) })))
      .filter(({ one, rule }) => {
        if (rule === undefined) return false;
        const preview = judgeCase(rule, one, { unknownReferences: true });
        // What the other properties show stays shown.
        return preview.crashed || (preview.violations.length > 0 && judgeCase(rule, one).violations.length === 0);
      });
    expect(wrong.map(({ one, rule }) => `${rule?.name} ${one.id}`)).toEqual([]);
  });
});
