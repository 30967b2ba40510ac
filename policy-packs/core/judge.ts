import { evaluate, stackOf } from "./evaluate";
import { rulingOn } from "./exceptions/exceptions";
import type { Exceptions } from "./exceptions/file";
import type { Outcome, OutcomeFinding } from "./outcome";
import { judges, parametersOf, type Resource, type Rule, type Stack, type StackResource } from "./rule";
import { ownSettings, type Setting, type Settings } from "./settings";
import { stackNameOf } from "./stacks";
import { throwingOnUnknown } from "./unknown";

/** What resources are judged by. */
export interface Standards {
  readonly rules: readonly Rule[];
  /** Default: every rule at its own level, with its parameters' defaults. */
  readonly settings?: Settings;
  /** Default: nothing is accepted. */
  readonly exceptions?: Exceptions;
}

/**
 * Says what comes of each rule in force, resource by resource. In the properties the engine's sentinels stand for what is
 * unknown; the URNs say which stack it is.
 */
export interface Judge {
  /** What the rules for single resources say of `resource`, by its inputs. */
  resource(resource: Resource): Outcome[];
  /** What the rules for stacks say of each resource that they judge, by the outputs of all. */
  stack(resources: readonly StackResource[]): Outcome[];
  /** The rules for resources of that type in that stack, disabled ones left out. */
  rulesFor(resource: Pick<Resource, "type" | "urn">): readonly RuleInForce[];
}

/** A rule for one stack. */
export interface RuleInForce extends Pick<Setting, "level" | "introduction"> {
  readonly rule: Rule;
  readonly parameters: unknown;
}

/**
 * Judges by `standards`. Which rules apply is found once for each type, and how they are in force once for each stack.
 *
 * @throws ParameterError from the judge's functions, where the settings of a rule that applies do not fit its parameters.
 */
export function judgeBy({ rules, settings = ownSettings, exceptions = noExceptions }: Standards): Judge {
  const rulesFor = memoized((type) => rules.filter((rule) => judges(rule, type)));
  const inForceIn = memoized((stack) => memoized((type) => inForce(rulesFor(type), settings, stack)));
  const inForceFor: Judge["rulesFor"] = ({ type, urn }) => inForceIn(stackNameOf(urn))(type);

  function judge(scope: Rule["scope"], resource: StackResource, stack: Stack): Outcome[] {
    return inForceFor(resource)
      .filter(({ rule }) => rule.scope === scope)
      .map((each) => outcomeOf(each, resource, stack, exceptions));
  }
  return {
    resource: (resource) => judge("resource", { ...checked(resource), propertyDependencies: {} }, nothing),
    stack(resources) {
      const all = resources.map(checked);
      const stack = stackOf(all);
      return all.flatMap((resource) => judge("stack", resource, stack));
    },
    rulesFor: inForceFor,
  };
}

const noExceptions: Exceptions = { entries: [], today: "" };

/** The stack of a rule for single resources, which sees none. */
const nothing: Stack = { ofType: () => [], all: [] };

function inForce(rules: readonly Rule[], settings: Settings, stack: string): RuleInForce[] {
  return rules.flatMap((rule) => {
    const { level, configuration, introduction } = settings(rule, stack);
    if (level === "disabled") return [];
    return [{ rule, level, parameters: parametersOf(rule, configuration), ...(introduction && { introduction }) }];
  });
}

/** `resource`, of which reading what is unknown throws. */
function checked<R extends Resource>(resource: R): R {
  const { props, provider } = resource;
  return {
    ...resource,
    props: throwingOnUnknown(props),
    ...(provider && { provider: { ...provider, props: throwingOnUnknown(provider.props) } }),
  };
}

function outcomeOf(
  { rule, level, parameters, introduction }: RuleInForce,
  resource: StackResource,
  stack: Stack,
  { entries, today }: Exceptions,
): Outcome {
  const { violations, notEvaluated, crashed } = evaluate(rule, resource, stack, parameters);
  const { urn, type } = resource;
  const findings = violations.map((message): OutcomeFinding => {
    const ruling = rulingOn(entries, { rule: rule.name, urn, message }, today);
    if (ruling === undefined) return { message };
    if (ruling.state === "refused") return { message, refused: ruling.reason };
    const { owner, reason, ticket, expires } = ruling.exception;
    return { message, exception: { owner, reason, ticket, expires, daysLeft: ruling.daysLeft } };
  });
  return {
    rule: rule.name,
    urn,
    type,
    result: resultOf(findings, notEvaluated),
    level,
    ...(introduction && { introduction }),
    findings,
    ...(notEvaluated !== undefined && { notEvaluated }),
    ...(crashed && { crashed }),
  };
}

function resultOf(findings: readonly OutcomeFinding[], notEvaluated: string | undefined): Outcome["result"] {
  if (findings.length === 0) return notEvaluated === undefined ? "passed" : "not-evaluated";
  return findings.every(({ exception }) => exception) ? "excepted" : "failed";
}

/** `make`, which is asked once for each key. */
export function memoized<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
