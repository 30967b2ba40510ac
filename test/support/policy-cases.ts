import type { Rule } from "../../policy-packs/core/rule";
import { type Judgement, judge, judgeStack, type Subject, unknown, urnOf } from "./policy";

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
  rules: readonly string[];
  expected: "violation" | "ok";
  multiAspect: boolean;
  resource: CaseResource;
  siblings?: readonly CaseResource[];
}

/** What `rule` says of the case's own resource; with `unknownReferences`, as in a preview before anything exists. */
export async function runCase(
  rule: Rule,
  { resource, siblings = [] }: PolicyCase,
  { unknownReferences = false } = {},
): Promise<{ violated: boolean; crashed: boolean; judgement: Judgement }> {
  const props = unknownReferences ? withUnknown(resource) : resource.props;
  const judgement =
    rule.scope === "resource"
      ? await judge([rule], resource.type, props)
      : await judgeStack([rule], subjectsOf({ ...resource, props }, siblings));
  const own = judgement.violations.filter((one) => rule.scope === "resource" || one.urn === urnOf(resource));
  return {
    violated: own.length > 0,
    crashed: judgement.violations.some((one) => one.message.includes("bug in the pack")),
    judgement,
  };
}

/** The case's resource and its siblings, linked by what they referred to. */
function subjectsOf(resource: CaseResource, siblings: readonly CaseResource[]): Subject[] {
  const names = new Map(siblings.map((sibling) => [sibling.tf, sibling.name]));
  const nameOf = (reference: string) =>
    names.get(reference) ?? (reference.endsWith(`.${resource.name}`) ? resource.name : reference);
  return [resource, ...siblings].map(({ type, name, props, refs }) => ({
    type,
    name,
    props,
    dependsOn: Object.fromEntries(Object.entries(refs ?? {}).map(([property, all]) => [property, all.map(nameOf)])),
  }));
}

const withUnknown = ({ props, refs }: CaseResource) => ({
  ...props,
  ...Object.fromEntries(Object.keys(refs ?? {}).map((property) => [property, unknown])),
});
