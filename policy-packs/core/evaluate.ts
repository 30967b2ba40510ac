import { UnknownValueError } from "@pulumi/policy";
import { currentTypeOf } from "./former-types";
import type { Rule, Stack, StackResource } from "./rule";
import { ParameterError, parametersOf } from "./rule";

/** What a rule says of one resource. */
export interface Verdict {
  readonly violations: readonly string[];
  /** Why the rule could not be evaluated to its end; without violations, the resource neither passed nor failed. */
  readonly notEvaluated?: string;
  /** Whether the rule itself failed. */
  readonly crashed?: boolean;
}

/** Runs `rule` on one resource of its types: an unknown value is no verdict, an exception is reported as our bug. */
export function evaluate(rule: Rule, resource: StackResource, stack: Stack, configuration?: object): Verdict {
  const violations: string[] = [];
  try {
    const parameters = parametersOf(rule, configuration);
    const type = currentTypeOf(resource.type);
    // A rule for any type is told the type that the resource really has.
    const subject = rule.judges || type === resource.type ? resource : { ...resource, type };
    rule.check(subject, (message) => void violations.push(message), stack, parameters);
    return { violations };
  } catch (error) {
    if (error instanceof UnknownValueError) return { violations, notEvaluated: error.message };
    if (error instanceof ParameterError) return { violations: [...violations, error.message] };
    return { violations: [...violations, bug(rule, error)], crashed: true };
  }
}

/** Says where the rule failed but not the error's own message, which may quote a value (as JSON.parse does). */
function bug(rule: Rule, error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const frame =
    error instanceof Error ? /[\w.-]+\.[jt]s:\d+/.exec(error.stack?.slice(error.stack.indexOf("\n")) ?? "") : null;
  return `rule ${rule.name} failed: ${kind}${frame ? ` at ${frame[0]}` : ""}; this is a bug in the pack`;
}
