import { evaluate, stackOf, type Verdict } from "../../policy-packs/core/evaluate";
import { judges, parametersOf, type Rule, type StackResource } from "../../policy-packs/core/rule";
import { throwingOnUnknown } from "../../policy-packs/core/unknown";
import { configurationFor } from "./configuration";

interface CaseResource {
  type: string;
  name: string;
  props: Record<string, unknown>;
  /** What a property referred to in the source, e.g. `{ vpcId: ["aws_vpc.main"] }`. */
  refs?: Record<string, readonly string[]>;
  /** The source's address of a sibling. */
  tf?: string;
}

/** One line of a case file. */
export interface PolicyCase {
  id: string;
  /** The tool that it is from, and that tool's check. */
  source: string;
  query: string;
  rules: readonly string[];
  tier: 1 | 2;
  expected: "violation" | "ok";
  /** Whether the rule looks at more than the source did: an `ok` then covers one aspect only. */
  multiAspect: boolean;
  resource: CaseResource;
  siblings?: readonly CaseResource[];
  /** The source's parameters that the label assumes. */
  parameters?: Readonly<Record<string, unknown>>;
}

/** The engine's sentinel of an unknown string, which its other unknowns are handled like: core/unknown.ts. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * What `rule` says of the case's own resource; with `unknownReferences`, as in a preview before anything exists.
 *
 * A source may report a resource for a setting of it that is a resource of its own, a bucket for its ACL: a rule for single
 * resources reports that one, so what it says of the siblings that refer to the case's resource counts as well.
 */
export function judgeCase(rule: Rule, one: PolicyCase, { unknownReferences = false } = {}): Verdict {
  const { resource, siblings = [] } = one;
  const props = unknownReferences ? withUnknown(resource) : resource.props;
  const [subject, ...others] = subjectsOf({ ...resource, props }, siblings);
  if (subject === undefined) throw new Error(`case ${one.id} has no resource`);
  const settings = rule.scope === "resource" ? others.filter((other) => refersTo(other, subject)) : [];
  // A case may be about one resource and have a rule that judges another that it refers to.
  const judged = [subject, ...settings].filter(({ type }) => judges(rule, type));
  const stack = stackOf([subject, ...others]);
  const parameters = parametersOf(rule, configurationFor(rule, one));
  return merge(judged.map((each) => evaluate(rule, each, stack, parameters)));
}

const refersTo = ({ propertyDependencies }: StackResource, { urn }: StackResource): boolean =>
  Object.values(propertyDependencies).some((sources) => sources.some((source) => source.urn === urn));

function merge(verdicts: readonly Verdict[]): Verdict {
  const notEvaluated = verdicts.find((verdict) => verdict.notEvaluated !== undefined)?.notEvaluated;
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    ...(notEvaluated !== undefined && { notEvaluated }),
    ...(verdicts.some(({ crashed }) => crashed) && { crashed: true }),
  };
}

const withUnknown = ({ props, refs }: CaseResource) => ({
  ...props,
  ...Object.fromEntries(Object.keys(refs ?? {}).map((property) => [property, unknown])),
});

const urnOf = ({ type, name }: CaseResource) => `urn:pulumi:case::foundation::${type}::${name}`;

/** The case's resource and its siblings as the engine would send them, linked by what they referred to. */
function subjectsOf(resource: CaseResource, siblings: readonly CaseResource[]): StackResource[] {
  const all = [resource, ...siblings];
  const find = (reference: string) =>
    siblings.find(({ tf }) => tf === reference) ?? (reference.endsWith(`.${resource.name}`) ? resource : undefined);
  return all.map((one) => ({
    type: one.type,
    name: one.name,
    urn: urnOf(one),
    props: throwingOnUnknown(JSON.parse(JSON.stringify(one.props)) as Record<string, unknown>),
    propertyDependencies: Object.fromEntries(
      Object.entries(one.refs ?? {}).map(([property, references]) => [
        property,
        references.flatMap((reference) => find(reference) ?? []).map((to) => ({ type: to.type, urn: urnOf(to) })),
      ]),
    ),
  }));
}
