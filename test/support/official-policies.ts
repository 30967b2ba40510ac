import type {
  Policies,
  PolicyConfigSchema,
  PolicyResourceOptions,
  ReportViolation,
  ResourceRemediation,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { z } from "zod";
import { evaluate, stackOf } from "../../policy-packs/core/evaluate";
import { remark, rulingOn } from "../../policy-packs/core/exceptions/exceptions";
import type { Exceptions } from "../../policy-packs/core/exceptions/file";
import { currentTypeOf, formerTypesOf } from "../../policy-packs/core/former-types";
import {
  judges,
  levelOf,
  type Options,
  parametersOf,
  type Rule,
  type Stack,
  type StackResource,
} from "../../policy-packs/core/rule";
import { throwingOnUnknown } from "../../policy-packs/core/unknown";

/**
 * The policies of `rules` for @pulumi/policy's own server, by which ours is measured: one for each type that a resource rule
 * judges, one for each stack rule, all under the rule's name.
 *
 * @param exceptions What is accepted: such findings are still reported, as advisory ones. Default: nothing.
 */
export function policiesOf(rules: readonly Rule[], exceptions: Exceptions = noExceptions): Policies {
  return rules.flatMap((rule): Policies => {
    if (rule.scope === "stack") return [stackPolicy(rule, exceptions)];
    return rule.judges
      ? [resourcePolicy(rule, exceptions)]
      : rule.types
          .flatMap((type) => [type, ...formerTypesOf(type)])
          .map((type) => resourcePolicy(rule, exceptions, type));
  });
}

const noExceptions: Exceptions = { entries: [], today: "" };

function resourcePolicy(rule: Rule, exceptions: Exceptions, type?: string): ResourceValidationPolicy {
  const found = reporter(rule, exceptions);
  const validate: ResourceValidation = (args, reportViolation) => {
    if (rule.judges && !rule.judges(args.type)) args.notApplicable(`${args.type} is not judged`);
    const { urn, name, opts, provider } = args;
    const props = unchecked(args.props);
    const subject = { type: args.type, urn, name, props, options: optionsOf(opts), ...(provider && { provider }) };
    const given = parametersOf(rule, configurationOf(rule, args));
    const verdict = evaluate(rule, { ...subject, propertyDependencies: {} }, nothing, given);

    for (const message of verdict.violations) found(reportViolation, { urn, message });
    if (verdict.notEvaluated && verdict.violations.length === 0) args.notApplicable(verdict.notEvaluated);
  };
  const remediate = remediationOf(rule);
  if (type === undefined) {
    return { ...metadata(rule), validateResource: validate, ...(remediate && { remediateResource: remediate }) };
  }
  return {
    ...metadata(rule),
    validateResource: ofType(type, validate),
    ...(remediate && { remediateResource: ofType(type, remediate) }),
  };
}

/** What is behind the server's own proxy, whose error rules do not know, behind ours. */
const unchecked = (props: Record<string, unknown>): Record<string, unknown> =>
  throwingOnUnknown(props.__getSpecialProxyTarget as Record<string, unknown>);

/** Runs only where the rule's level is `remediate`. */
function remediationOf(rule: Rule): ResourceRemediation | undefined {
  if (rule.remediate === undefined) return undefined;
  return (args) => {
    const { type, urn, name, props, provider } = args;
    if (!judges(rule, type)) return undefined;
    rule.remediate?.(
      { type: currentTypeOf(type), urn, name, props, ...(provider && { provider }) },
      parametersOf(rule, configurationOf(rule, args)),
    );
    return props;
  };
}

const configurationOf = (rule: Rule, { getConfig }: { getConfig<T extends object>(): T }): object | undefined =>
  rule.parameters && getConfig<object>();

const optionsOf = ({ protect, ignoreChanges, deleteBeforeReplace, parent }: PolicyResourceOptions): Options => ({
  protect,
  ignoreChanges,
  deleteBeforeReplace: deleteBeforeReplace ?? false,
  ...(parent !== undefined && { parent }),
});

function stackPolicy(rule: Rule, exceptions: Exceptions): StackValidationPolicy {
  const found = reporter(rule, exceptions);
  const validate: StackValidation = ({ resources: all, notApplicable, getConfig }, reportViolation) => {
    const resources: readonly StackResource[] = all.map((resource) => ({
      ...resource,
      props: unchecked(resource.props),
      options: optionsOf(resource.opts),
    }));
    const subjects = resources.filter((resource) => judges(rule, resource.type));
    if (subjects.length === 0) notApplicable(`no resource of type ${rule.types.join(" or ")}`);
    const stack = stackOf(resources);
    let violated = false;
    let notEvaluated: string | undefined;
    for (const subject of subjects) {
      const verdict = evaluate(rule, subject, stack, parametersOf(rule, configurationOf(rule, { getConfig })));
      for (const message of verdict.violations) found(reportViolation, { urn: subject.urn, message });
      violated ||= verdict.violations.length > 0;
      notEvaluated ??= verdict.notEvaluated && `${subject.urn}: ${verdict.notEvaluated}`;
    }
    if (notEvaluated && !violated) notApplicable(notEvaluated);
  };
  const [type, ...others] = rule.types.flatMap((one) => [one, ...formerTypesOf(one)]);
  return { ...metadata(rule), validateStack: type && others.length === 0 ? ofType(type, validate) : validate };
}

function metadata(rule: Rule) {
  return {
    name: rule.name,
    description: rule.title,
    displayName: rule.title,
    severity: rule.severity,
    enforcementLevel: levelOf(rule),
    remediationSteps: rule.remediationSteps,
    ...(rule.parameters && { configSchema: configSchemaOf(rule.parameters) }),
  };
}

/** For those who read the pack's schema; the engine lets unknown keys pass, {@link parametersOf} does not. */
function configSchemaOf(parameters: z.ZodObject): PolicyConfigSchema {
  const { properties = {} } = z.toJSONSchema(parameters, { io: "input" });
  return { properties: properties as PolicyConfigSchema["properties"] };
}

function ofType<T extends ResourceValidation | ResourceRemediation | StackValidation>(type: string, validate: T): T {
  return Object.assign(validate, { __pulumiType: type });
}

/** Reports a finding in the rule's own words, with what an exception says of it. */
function reporter(rule: Rule, { entries, today }: Exceptions) {
  return (report: ReportViolation, { urn, message }: { urn: string; message: string }): void => {
    const ruling = rulingOn(entries, { rule: rule.name, urn, message }, today);
    // The declarations know the string form only, before which the server would put the policy's description; the object
    // form is what the server itself passes on (1.21, server.ts).
    (report as unknown as (violation: Violation) => void)({
      message: ruling ? `${message}${remark(ruling)}` : message,
      ...(rule.scope === "stack" && { urn }),
      ...(ruling?.state === "excepted" && { enforcementLevel: "advisory" }),
    });
  };
}

interface Violation {
  message: string;
  urn?: string;
  enforcementLevel?: "advisory" | "mandatory";
}

/** The stack of a resource rule, which sees none. */
const nothing: Stack = { ofType: () => [], all: [] };
