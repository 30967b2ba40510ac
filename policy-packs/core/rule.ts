import type { EnforcementLevel, Severity } from "@pulumi/policy";
import type { KnownToken, Props } from "./resource-types";

/** Frameworks whose controls a rule supports. Controls are taken from the frameworks' own mapping to cloud checks. */
export type Framework =
  | "cis-aws-3.0"
  | "cis-aws-5.0"
  | "cis-aws-7.0"
  | "soc2"
  | "nist-800-53-r5"
  | "iso27001-2022"
  | "pci-4.0";

/** Reports a violation: what is wrong and what to set. Never with a property's value, which may be a secret. */
export type Report = (message: string) => void;

/** A resource as a rule sees it. Reading an unknown property ends the check: see `unknown.ts`. */
export interface Resource {
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** A resource among the others of its stack. */
export interface StackResource extends Resource {
  /** The resources that each property's value was made from. */
  readonly propertyDependencies: Readonly<Record<string, readonly Pick<Resource, "type" | "urn">[]>>;
}

export type Typed<R extends Resource, Token extends string> = Token extends string
  ? Omit<R, "type" | "props"> & { readonly type: Token; readonly props: Props<Token> }
  : never;

/** The resources of a stack, by type. */
export interface Stack {
  ofType<const Token extends string>(type: Token & KnownToken<Token>): readonly Typed<StackResource, Token>[];
}

interface Description<Token extends string> {
  /** `<service>-<what is true of a good resource>`, unique over all packs: what events, exceptions and evidence call it. */
  readonly name: string;
  /** What is true of a good resource, in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Overrides the level that follows from the severity: see `levelOf`. */
  readonly level?: EnforcementLevel;
  /** Tokens of the resource types that the rule judges. */
  readonly types: readonly Token[];
  /** Controls that the rule supports, by framework. */
  readonly controls: Readonly<Partial<Record<Framework, readonly string[]>>>;
  /** What to set so that a resource passes. */
  readonly remediationSteps: string;
}

/** Judges one resource by its inputs, before it is created. */
export interface ResourceRule<Token extends string = string> extends Description<Token> {
  readonly scope: "resource";
  check(resource: Typed<Resource, Token>, report: Report): undefined;
}

/** Judges each resource of its types by the outputs of the whole stack, for what depends on other resources. */
export interface StackRule<Token extends string = string> extends Description<Token> {
  readonly scope: "stack";
  check(resource: Typed<StackResource, Token>, report: Report, stack: Stack): undefined;
}

/** A rule of any types, as packs hold it. */
export interface Rule extends Description<string> {
  readonly scope: "resource" | "stack";
  check(resource: StackResource, report: Report, stack: Stack): undefined;
}

/** A rule for single resources; `types` decide what `check` sees. */
export function resourceRule<const Token extends string>(
  rule: Omit<ResourceRule<Token & KnownToken<Token>>, "scope">,
): Rule {
  return erased({ ...rule, scope: "resource" });
}

/** A rule for resources among the others of their stack; `types` are those that it judges, not those that it reads. */
export function stackRule<const Token extends string>(rule: Omit<StackRule<Token & KnownToken<Token>>, "scope">): Rule {
  return erased({ ...rule, scope: "stack" });
}

function erased(rule: Description<string> & { scope: Rule["scope"] }): Rule {
  // Sound because a rule is only ever called with resources whose type is in its own `types`.
  return rule as Rule;
}

/** What a violation of `rule` does by default: low ones advise, all others stop the deployment. */
export function levelOf(rule: Rule): EnforcementLevel {
  return rule.level ?? (rule.severity === "low" ? "advisory" : "mandatory");
}
