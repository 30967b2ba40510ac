import type { EnforcementLevel, Severity } from "@pulumi/policy";
import { z } from "zod";
import { currentTypeOf } from "./former-types";
import type { Framework } from "./frameworks";
import type { KnownToken, Props, Writable } from "./resource-types";

/** Reports a violation: what is wrong and what to set. Never with a property's value, which may be a secret. */
export type Report = (message: string) => void;

/** A resource as a rule sees it. Reading an unknown property ends the check: see `unknown.ts`. */
export interface Resource {
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly options?: Options;
  /** The provider instance that it is made with. */
  readonly provider?: {
    readonly type: string;
    readonly name: string;
    readonly props: Readonly<Record<string, unknown>>;
  };
}

/** Resource options, as far as the engine tells them to policies. */
export interface Options {
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  readonly parent?: string;
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
  /** Every resource. */
  readonly all: readonly StackResource[];
}

/** A resource that passes, as the documentation shows it and as tests start from. */
export interface Example {
  readonly type: string;
  readonly name: string;
  readonly props: object;
  /** Names of the examples that each property's value was made from. */
  readonly dependsOn?: Readonly<Record<string, readonly string[]>>;
  readonly options?: Options;
  readonly provider?: Resource["provider"];
}

export interface Docs {
  /** What goes wrong, and for whom, where the rule is violated. */
  readonly why: string;
  /** How a component of ours does it, in TypeScript, where one does. */
  readonly component?: string;
}

export interface Description {
  /** `<service>-<what is true of a good resource>`, unique over all packs: what events, exceptions and evidence call it. */
  readonly name: string;
  /** What is true of a good resource, in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Overrides the level that follows from the severity: see `levelOf`. */
  readonly level?: EnforcementLevel;
  /** Controls that the rule supports, by framework. */
  readonly controls: Readonly<Partial<Record<Framework, readonly string[]>>>;
  /** What to set so that a resource passes. */
  readonly remediationSteps: string;
}

/** What a rule takes from the pack's configuration: a strict object in which everything has a default. */
export type Parameters = z.ZodObject;
export type Given<P extends Parameters | undefined> = P extends Parameters ? z.output<P> : undefined;

/** Judges one resource by its inputs, before it is created. */
interface ResourceRule<Token extends string, P extends Parameters | undefined> extends Description {
  /** Tokens of the resource types that the rule judges. */
  readonly types: readonly Token[];
  readonly parameters?: P;
  /** `good`: inputs of each type that pass. */
  readonly docs: Docs & { readonly good: { readonly [T in NoInfer<Token>]: Props<T> } };
  check(resource: Typed<Resource, NoInfer<Token>>, report: Report, parameters: Given<P>): undefined;
  /**
   * Mends the inputs in place, where `check` would report them; only for properties that AWS changes in place. What
   * it changed is forgotten where it reads something unknown.
   */
  remediate?(resource: Writable<Typed<Resource, NoInfer<Token>>>, parameters: Given<P>): undefined;
}

/** Judges each resource of its types by the outputs of the whole stack, for what depends on other resources. */
interface StackRule<Token extends string, P extends Parameters | undefined> extends Description {
  /** Those that it judges, not those that it reads. */
  readonly types: readonly Token[];
  readonly parameters?: P;
  /** `good`: a stack that passes. */
  readonly docs: Docs & { readonly good: readonly Example[] };
  check(resource: Typed<StackResource, NoInfer<Token>>, report: Report, stack: Stack, parameters: Given<P>): undefined;
}

/** Judges resources of any type by what all have: tags, options, providers. Slower: it sees every resource. */
interface AnyTypeRule<P extends Parameters | undefined> extends Description {
  /** Which types it judges. */
  readonly judges: (type: string) => boolean;
  readonly parameters?: P;
  readonly docs: Docs & { readonly good: readonly Example[] };
  check(resource: Resource, report: Report, parameters: Given<P>): undefined;
  /** Mends the inputs in place, as that of a rule for single resources. */
  remediate?(resource: Writable<Resource>, parameters: Given<P>): undefined;
}

/** Judges a stack as a whole, once: what it finds is said of the stack's own resource. */
interface WholeStackRule<P extends Parameters | undefined> extends Description {
  readonly parameters?: P;
  /** `good`: a stack that passes. */
  readonly docs: Docs & { readonly good: readonly Example[] };
  check(stack: Stack, report: Report, parameters: Given<P>): undefined;
}

/** Judges one resource of a package whose SDK is not at hand: what its properties are, its own documentation says. */
interface UntypedRule<P extends Parameters | undefined> extends Description {
  /** Tokens of the resource types that the rule judges, e.g. `kubernetes:karpenter.sh/v1:NodePool`. */
  readonly types: readonly string[];
  readonly parameters?: P;
  readonly docs: Docs & { readonly good: readonly Example[] };
  check(resource: Resource, report: Report, parameters: Given<P>): undefined;
}

/** A rule of any kind, as packs hold it. */
export interface Rule extends Description {
  readonly scope: "resource" | "stack";
  /** Tokens that it judges; empty where `judges` decides. */
  readonly types: readonly string[];
  readonly judges?: (type: string) => boolean;
  readonly parameters?: Parameters;
  readonly docs: Docs & { readonly good: readonly Example[] };
  check(resource: StackResource, report: Report, stack: Stack, parameters: unknown): undefined;
  remediate?(resource: Resource, parameters: unknown): undefined;
}

/** A rule for single resources; `types` decide what `check` sees. */
export function resourceRule<const Token extends string, P extends Parameters | undefined = undefined>(
  rule: ResourceRule<Token & KnownToken<Token>, P>,
): Rule {
  const good = Object.entries<object>(rule.docs.good).map(([type, props]) => ({ type, name: "example", props }));
  const { check, remediate } = rule;
  return {
    ...rule,
    scope: "resource",
    docs: { ...rule.docs, good },
    // Sound here and below because a rule is only ever called with resources whose type is in its own `types`, and with
    // what its own `parameters` made of the configuration.
    check: (resource, report, _stack, parameters) => check(resource as never, report, parameters as never),
    ...(remediate && { remediate: (resource, parameters) => remediate(resource as never, parameters as never) }),
  };
}

/** A rule for single resources of types that no SDK of ours declares: custom resources, providers, small packages. */
export function untypedRule<P extends Parameters | undefined = undefined>(rule: UntypedRule<P>): Rule {
  const { check } = rule;
  return {
    ...rule,
    scope: "resource",
    check: (resource, report, _stack, parameters) => check(resource, report, parameters as never),
  };
}

/** A rule for resources among the others of their stack; `types` are those that it judges, not those that it reads. */
export function stackRule<const Token extends string, P extends Parameters | undefined = undefined>(
  rule: StackRule<Token & KnownToken<Token>, P>,
): Rule {
  const { check } = rule;
  return {
    ...rule,
    scope: "stack",
    check: (resource, report, stack, parameters) => check(resource as never, report, stack, parameters as never),
  };
}

/** A rule for what resources of all types have. */
export function anyTypeRule<P extends Parameters | undefined = undefined>(rule: AnyTypeRule<P>): Rule {
  const { check, remediate } = rule;
  return {
    ...rule,
    scope: "resource",
    types: [],
    check: (resource, report, _stack, parameters) => check(resource, report, parameters as never),
    ...(remediate && { remediate: (resource, parameters) => remediate(resource as never, parameters as never) }),
  };
}

/** The resource that stands for a stack itself. */
export const stackType = "pulumi:pulumi:Stack";

/** A rule for what only all resources of a stack show together. */
export function wholeStackRule<P extends Parameters | undefined = undefined>(rule: WholeStackRule<P>): Rule {
  const { check, docs } = rule;
  return {
    ...rule,
    scope: "stack",
    types: [stackType],
    docs: { ...docs, good: [{ type: stackType, name: "stack", props: {} }, ...docs.good] },
    check: (_resource, report, stack, parameters) => check(stack, report, parameters as never),
  };
}

/** What a violation of `rule` does by default: low ones advise, all others stop the deployment. */
export function levelOf(rule: Rule): EnforcementLevel {
  return rule.level ?? (rule.severity === "low" ? "advisory" : "mandatory");
}

/** Whether `rule` judges resources of `type`, also under an earlier API version. */
export const judges = (rule: Rule, type: string): boolean =>
  rule.types.includes(currentTypeOf(type)) || (rule.judges?.(type) ?? false);

/**
 * The parameters of `rule` as `configuration` says, which may be empty.
 *
 * @throws Error naming every mistake with its path.
 */
export function parametersOf(rule: Rule, configuration: object = {}): unknown {
  if (rule.parameters === undefined) return undefined;
  const parsed = rule.parameters.strict().safeParse(configuration);
  if (!parsed.success) {
    throw new ParameterError(`configuration of ${rule.name}: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

/** A mistake in a pack's configuration. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}
