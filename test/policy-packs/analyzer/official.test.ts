import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { memoized } from "../../../policy-packs/core/judge";
import { judges, type Rule } from "../../../policy-packs/core/rule";
import { rules } from "../../../policy-packs/rules";
import type { PolicyCase } from "../../../tools/policy-cases/case";
import { readCases } from "../../../tools/policy-cases/read";
import { officialJudge, officialJudgeStack } from "../../support/official";
import {
  analyzeRequest,
  analyzeStackRequest,
  answerOf,
  ask,
  type Judgement,
  type Subject,
  serverOf,
  unknown,
} from "../../support/policy";

/** The official server takes its time for each policy, also for those of other types. */
const rulesFor = memoized((types) => rules.filter((rule) => types.split(" ").some((type) => judges(rule, type))));
const judgeOf = memoized((type) => officialJudge(rulesFor(type)));
const judgeStackOf = memoized((types) => officialJudgeStack(rulesFor(types)));
const official = {
  resource: (subject: Subject) => judgeOf(subject.type)(subject),
  stack: (subjects: readonly Subject[]) =>
    judgeStackOf([...new Set(subjects.map(({ type }) => type))].sort().join(" "))(subjects),
};
const server = serverOf(rules);
const ours = {
  resource: async (subject: Subject) => answerOf(await ask(server.analyze, analyzeRequest(subject))),
  stack: async (subjects: readonly Subject[]) =>
    answerOf(await ask(server.analyzeStack, analyzeStackRequest(subjects))),
};

/** Findings, and which rules were not evaluated for what; the official server has further policies that do not apply. */
const essence = ({ violations, notApplicable }: Judgement) => ({
  violations: violations.map((one) => JSON.stringify(one)).sort(),
  notEvaluated: notApplicable
    .filter(({ reason }) => reason.includes("can't be known"))
    .map((one) => JSON.stringify(one))
    .sort(),
});

const stackOf = ({ resource, siblings = [] }: PolicyCase): Subject[] => {
  const all = [resource, ...siblings].filter(
    (one, index, list) => list.findIndex(({ name }) => name === one.name) === index,
  );
  const nameOf = new Map(all.flatMap(({ tf, name }) => (tf === undefined ? [] : [[tf, name] as const])));
  return all.map(({ type, name, props, refs = {} }) => ({
    type,
    name,
    props,
    dependsOn: Object.fromEntries(
      Object.entries(refs).map(([property, to]) => [property, to.flatMap((reference) => nameOf.get(reference) ?? [])]),
    ),
  }));
};

/** As in a preview before anything exists. */
const previewed = (one: PolicyCase): Subject[] =>
  stackOf(one).map((subject) => ({
    ...subject,
    props: {
      ...subject.props,
      ...Object.fromEntries(Object.keys(subject.dependsOn ?? {}).map((property) => [property, unknown])),
    },
  }));

async function expectSame(stacks: readonly (readonly Subject[])[]): Promise<number> {
  let findings = 0;
  for (const stack of stacks) {
    for (const subject of stack) {
      const said = essence(await ours.resource(subject));
      expect(said).toEqual(essence(await official.resource(subject)));
      findings += said.violations.length;
    }
    const said = essence(await ours.stack(stack));
    expect(said).toEqual(essence(await official.stack(stack)));
    findings += said.violations.length;
  }
  return findings;
}

const file = resolve(process.env.POLICY_CASES ?? "../shared/corpus/policy-cases.jsonl");
const absent = !existsSync(file);

describe("our server and the official one find the same", () => {
  it("in the rules' own examples, and where those say nothing", async () => {
    const examplesOf = ({ scope, docs }: Rule): Subject[][] => {
      const examples = docs.good.map(({ type, name, props, dependsOn }) => ({
        type,
        name,
        props,
        ...(dependsOn && { dependsOn: { ...dependsOn } }),
      }));
      return scope === "stack" ? [examples] : examples.map((example) => [example]);
    };
    const good = rules.flatMap(examplesOf);
    const empty = good.map((stack) => stack.map((subject) => ({ ...subject, props: {} })));
    expect(await expectSame(good)).toBeGreaterThan(100);
    expect(await expectSame(empty)).toBeGreaterThan(100);
  }, 240_000);

  it.skipIf(absent)(
    "in the public cases, as they are and with what they refer to unknown",
    async () => {
      const cases = absent ? [] : readCases(readFileSync(file, "utf8"));
      expect(await expectSame(cases.map(stackOf))).toBeGreaterThan(1000);
      expect(await expectSame(cases.filter(({ resource }) => resource.refs).map(previewed))).toBeGreaterThan(100);
    },
    240_000,
  );
});
