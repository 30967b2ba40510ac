import { describe, expect, it } from "vitest";
import { evaluate, stackOf, type Verdict } from "../../policy-packs/core/evaluate";
import { type Example, parametersOf, type Rule, type StackResource } from "../../policy-packs/core/rule";
import { throwingOnUnknown } from "../../policy-packs/core/unknown";
import { unknown, urnOf } from "./policy";

/** What is different from the rule's good example. */
export interface Mutation {
  /** Which example: its type, or its name in a stack. Default: the first. */
  of?: string;
  /** Values by dotted path, list positions included, e.g. `{ "ingress.0.fromPort": 22 }`. */
  set?: Readonly<Record<string, unknown>>;
  /** Dotted paths of what is not there. */
  unset?: readonly string[];
  /** Inputs in place of the example's. */
  props?: object;
  /** Resource options in place of the example's. */
  options?: Example["options"];
  /** The provider in place of the example's. */
  provider?: Example["provider"];
  /** Further resources in the stack. */
  add?: readonly Example[];
  /** Names of examples that are not in the stack. */
  without?: readonly string[];
  /** The pack's configuration for the rule. */
  configuration?: object;
}

interface Cases {
  /** By what is wrong: each must be reported, and, where the rule remediates, be mended. */
  bad: Readonly<Record<string, Mutation>>;
  /** By what is fine, too. */
  good?: Readonly<Record<string, Mutation>>;
  /** Dotted paths in the first example that, while unknown, keep the rule from judging. */
  unknown?: readonly string[];
  /** Names of bad cases that the rule reports but cannot mend. */
  notRemediated?: readonly string[];
}

/** Tests a rule both ways, and by mutations of its own good example. */
export function testRule(rule: Rule, cases: Cases): void {
  describe(rule.name, () => {
    it.each(rule.docs.good.map((example) => [example.type, example] as const))(
      "accepts its own %s",
      (_type, example) => {
        const of = rule.scope === "stack" ? example.name : example.type;
        expect(verdictOf(rule, { of })).toEqual({ violations: [] });
      },
    );

    it.each(Object.entries(cases.good ?? {}))("accepts %s", (_label, mutation) => {
      expect(verdictOf(rule, mutation)).toEqual({ violations: [] });
    });

    it.each(Object.entries(cases.bad))("reports %s", (_label, mutation) => {
      const verdict = verdictOf(rule, mutation);
      expect(verdict.crashed, verdict.violations.join()).toBeUndefined();
      expect(verdict.violations).not.toEqual([]);
    });

    it.each(cases.unknown ?? [])("does not judge while %s is unknown", (path) => {
      const verdict = verdictOf(rule, { set: { [path]: unknown } });
      expect(verdict.violations).toEqual([]);
      expect(verdict.notEvaluated).toBeDefined();
    });

    if (rule.remediate) testRemediation(rule, cases);
  });
}

function testRemediation(rule: Rule, { bad, notRemediated = [] }: Cases): void {
  const mended = Object.entries(bad).filter(([label]) => !notRemediated.includes(label));
  it.each(mended)("mends %s", (_label, mutation) => {
    const [subject] = resourcesOf(rule, mutation);
    if (subject === undefined) throw new Error("nothing to mend");
    const parameters = parametersOf(rule, mutation.configuration);
    rule.remediate?.(subject, parameters);
    expect(evaluate(rule, subject, stackOf([subject]), parameters)).toEqual({ violations: [] });
  });
  it("leaves what is good as it is", () => {
    for (const { type } of rule.docs.good) {
      const [before, after] = [resourcesOf(rule, { of: type })[0], resourcesOf(rule, { of: type })[0]];
      if (after) rule.remediate?.(after, parametersOf(rule));
      expect(JSON.stringify(after?.props)).toBe(JSON.stringify(before?.props));
    }
  });
}

/** What the rule says of everything that it judges in the stack that the mutation makes, or of the one resource. */
function verdictOf(rule: Rule, mutation: Mutation): Verdict {
  const resources = resourcesOf(rule, mutation);
  const judged =
    rule.scope === "stack" ? resources.filter(({ type }) => rule.types.includes(type)) : resources.slice(0, 1);
  const parameters = parametersOf(rule, mutation.configuration);
  const verdicts = judged.map((resource) => evaluate(rule, resource, stackOf(resources), parameters));
  const notEvaluated = verdicts.find((verdict) => verdict.notEvaluated)?.notEvaluated;
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    ...(notEvaluated && { notEvaluated }),
    ...(verdicts.some(({ crashed }) => crashed) && { crashed: true }),
  };
}

/** The resources that a mutation makes; for a rule of single resources the mutated one stands first. */
function resourcesOf(rule: Rule, mutation: Mutation): StackResource[] {
  const examples = rule.docs.good.filter(({ name }) => !mutation.without?.includes(name));
  const subject = mutation.of
    ? examples.find(({ name, type }) => name === mutation.of || type === mutation.of)
    : examples[0];
  if (mutation.of !== undefined && subject === undefined) throw new Error(`${rule.name} has no example ${mutation.of}`);
  const mutated = subject && mutate(subject, mutation);
  const others = rule.scope === "stack" ? examples.filter((example) => example !== subject) : [];
  const all = [...(mutated ? [mutated] : []), ...others, ...(mutation.add ?? [])];
  return all.map((one) => resourceOf(one, all));
}

function mutate(
  example: Example,
  { set = {}, unset = [], props, options, provider = example.provider }: Mutation,
): Example {
  const copy: Record<string, unknown> = structuredClone({ ...(props ?? example.props) });
  for (const [path, value] of Object.entries(set)) put(copy, path.split("."), value);
  for (const path of unset) put(copy, path.split("."), undefined);
  const chosen = options ?? example.options;
  return { ...example, props: copy, ...(chosen && { options: chosen }), ...(provider && { provider }) };
}

function put(holder: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    if (value === undefined) delete holder[key];
    else holder[key] = value;
    return;
  }
  holder[key] ??= {};
  put(holder[key] as Record<string, unknown>, rest, value);
}

function resourceOf(example: Example, all: readonly Example[]): StackResource {
  const { type, name, props, options, provider, dependsOn = {} } = example;
  const link = (target: string) => {
    const found = all.find((one) => one.name === target && one !== example) ?? all.find((one) => one.name === target);
    return found ? [{ type: found.type, urn: urnOf(found) }] : [];
  };
  return {
    type,
    name,
    urn: urnOf({ type, name }),
    props: throwingOnUnknown(JSON.parse(JSON.stringify(props)) as Record<string, unknown>),
    propertyDependencies: Object.fromEntries(
      Object.entries(dependsOn).map(([key, names]) => [key, names.flatMap(link)]),
    ),
    ...(options && { options }),
    ...(provider && { provider }),
  };
}
