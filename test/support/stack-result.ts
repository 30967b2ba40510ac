import { countChanges, type PolicyFinding, type ResourceChange, type StackResult } from "../../cli/report/result";

interface Given {
  stack?: string;
  result?: StackResult["result"];
  /** Operation, type and name of each resource. */
  resources?: [op: string, type: string, name: string][];
  policies?: PolicyFinding[];
  diagnostics?: StackResult["diagnostics"];
}

/** A result of one stack, with only what a test says. */
export function stackResult({
  stack = "dev-network",
  result = "succeeded",
  resources = [],
  policies = [],
  diagnostics = [],
}: Given): StackResult {
  const changes = resources.map(
    ([op, type, name]): ResourceChange => ({
      urn: `urn:pulumi:${stack}::foundation::${type}::${name}`,
      type,
      name,
      parent: "",
      op,
      replaceKeys: [],
      diff: [],
    }),
  );
  const [environment = "", layer = ""] = stack.split("-");
  return {
    stack,
    environment,
    layer,
    result,
    durationMs: 1200,
    changes: countChanges(changes),
    resources: changes,
    policies,
    diagnostics,
  };
}
