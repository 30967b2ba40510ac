import { currentTypeOf } from "./former-types";
import type { Rule, Stack, StackResource } from "./rule";
import { UnknownValueError } from "./unknown";

/** What a rule says of one resource. */
export interface Verdict {
  readonly violations: readonly string[];
  /** Why the rule could not be evaluated to its end; without violations, the resource neither passed nor failed. */
  readonly notEvaluated?: string;
  /** Whether the rule itself failed. */
  readonly crashed?: boolean;
}

/**
 * Runs `rule` on one resource of its types: an unknown value is no verdict, an exception is reported as our bug.
 *
 * @param parameters What `parametersOf` made of the rule's configuration.
 */
export function evaluate(rule: Rule, resource: StackResource, stack: Stack, parameters: unknown): Verdict {
  const violations: string[] = [];
  try {
    const type = currentTypeOf(resource.type);
    // A rule for any type is told the type that the resource really has.
    const subject = rule.judges || type === resource.type ? resource : { ...resource, type };
    rule.check(subject, (message) => void violations.push(message), stack, parameters);
    return { violations };
  } catch (error) {
    if (error instanceof UnknownValueError) return { violations, notEvaluated: error.message };
    return { violations: [...violations, bug(rule, error)], crashed: true };
  }
}

/** Says where the rule failed but not the error's own message, which may quote a value (as JSON.parse does). */
export function bug(rule: Rule, error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const frame =
    error instanceof Error ? /[\w.-]+\.[jt]s:\d+/.exec(error.stack?.slice(error.stack.indexOf("\n")) ?? "") : null;
  return `rule ${rule.name} failed: ${kind}${frame ? ` at ${frame[0]}` : ""}; this is a bug in the pack`;
}

/** The resources by type, grouped once however often a rule asks. */
export function stackOf(resources: readonly StackResource[]): Stack {
  const byType = new Map<string, StackResource[]>();
  for (const resource of resources) {
    const type = currentTypeOf(resource.type);
    const group = byType.get(type);
    if (group) group.push(resource);
    else byType.set(type, [resource]);
  }
  return {
    all: resources,
    // The token says which properties the resources have; nothing at run time could.
    ofType: (type: string) => (byType.get(type) ?? []) as never,
  };
}
