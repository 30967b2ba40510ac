import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../../policy-packs/security-baseline/rules/index";
import { type PolicyCase, runCase } from "../../support/policy-cases";

/** Labelled resources from the fixtures of other policy tools. */
const file = resolve(process.env.POLICY_CASES ?? "../shared/corpus/policy-cases.jsonl");
const absent = !existsSync(file);
if (absent) console.warn(`policy cases skipped: ${file} is absent; POLICY_CASES may name another file`);

/** Cases whose label we do not follow, and why. */
const contested: Record<string, string> = {
  e1fd36c2cb: "0.0.0.0/0 beside self: true is open all the same",
  c7c5bacc23: "CIS asks for a default group without any rule; the source accepts private ranges",
};

describe.skipIf(absent)("public cases", () => {
  const cases = absent
    ? []
    : readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line): PolicyCase => JSON.parse(line));
  const mine = cases.flatMap((one) =>
    rules.filter((rule) => one.rules.includes(rule.name)).map((rule) => ({ rule, one })),
  );

  it("finds at least 95 % of the violations, raises at most 3 % false alarms, and never crashes", async () => {
    const results = await Promise.all(
      mine.map(async ({ rule, one }) => ({ rule, one, ...(await runCase(rule, one)) })),
    );
    const label = ({ rule, one }: (typeof results)[number]) => `${rule.name} ${one.id}`;
    const bad = results.filter(({ one }) => one.expected === "violation");
    // An ok of a source that looks at one aspect only says nothing of the others that our rule looks at.
    const good = results.filter(({ one }) => one.expected === "ok" && !one.multiAspect && !(one.id in contested));
    const missed = bad.filter((result) => !result.violated).map(label);
    const alarms = good.filter((result) => result.violated).map(label);

    console.info(
      `found ${bad.length - missed.length} of ${bad.length}, false alarms ${alarms.length} of ${good.length}`,
    );
    expect(bad.length).toBeGreaterThan(30);
    expect(results.filter((result) => result.crashed).map(label)).toEqual([]);
    expect(missed.length / bad.length, missed.join()).toBeLessThanOrEqual(0.05);
    expect(alarms.length / good.length, alarms.join()).toBeLessThanOrEqual(0.03);
  });

  it.each(
    mine.filter(({ one }) => one.resource.refs).map(({ rule, one }) => [`${rule.name} ${one.id}`, rule, one] as const),
  )("%s: an unknown reference is neither violation nor crash", async (_label, rule, one) => {
    const known = await runCase(rule, one);
    const preview = await runCase(rule, one, { unknownReferences: true });
    expect(preview.crashed).toBe(false);
    // What the other properties show stays shown.
    if (!known.violated) expect(preview.violated).toBe(false);
  });
});
