import type { Properties, Value } from "../../values";
import { matchesPattern, statementsOf, textsOf } from "../policy-document";
import { type Principal, principalsOfStatement } from "./principals";

interface Question {
  action: string;
  principal: (principal: Principal) => boolean;
  /** Whether a statement with such a Condition counts. Default: always. */
  condition?: (condition: Value | undefined) => boolean;
}

/** Whether some statement of a resource's policy allows an action; what others deny is not judged. */
export function allows(document: string, { action, principal, condition = () => true }: Question): boolean {
  return statementsOf(document).some(
    (statement) =>
      statement.Effect === "Allow" &&
      covers(statement, action) &&
      principalsOfStatement(statement).some(principal) &&
      condition(statement.Condition),
  );
}

function covers({ Action, NotAction }: Properties, action: string): boolean {
  const isNamed = (patterns: string[]) =>
    patterns.some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase()));
  return NotAction === undefined ? isNamed(textsOf(Action)) : !isNamed(textsOf(NotAction));
}
