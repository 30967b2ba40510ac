import { isRecord } from "../../../policy-packs/core/json";
import { containsRange } from "../network/ranges";
import { firstOf } from "../words";
import { covers } from "./patterns";

/** One condition that must be met: an operator and a key with its values, in lower case but for the values. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** The conditions of a statement, all of which must be met. */
export function conditionsOf(element: unknown): Condition[] {
  if (!isRecord(element)) return [];
  return Object.entries(element).flatMap(([operator, keys]) =>
    isRecord(keys)
      ? Object.entries(keys).map(([key, value]) => ({
          operator: operator.toLowerCase(),
          key: key.toLowerCase(),
          values: [value].flat().map(String).sort(),
        }))
      : [],
  );
}

/** Whether whoever meets all of `strong` meets all of `weak` as well. */
export const implies = (strong: readonly Condition[], weak: readonly Condition[]): boolean =>
  weak.every((one) => strong.some((other) => other.key === one.key && isImplied(one, other)));

function isImplied(weak: Condition, strong: Condition): boolean {
  if (!follows(weak.operator, strong.operator)) return false;
  const values = matchingOf(weak.operator);
  // A negated operator is stricter with more values, any other with fewer.
  const [wider, narrower] = isNegated(weak.operator) ? [strong, weak] : [weak, strong];
  return narrower.values.every((value) => wider.values.some((pattern) => values(pattern, value)));
}

/** Whether an operator asks for no more than another one. */
function follows(weak: string, strong: string): boolean {
  const asked = weak.replace(/ifexists$/, "");
  const bare = strong === weak ? asked : strong;
  return bare === asked || bare.replace(/equals$/, "like") === asked;
}

const isNegated = (operator: string): boolean => /not|^forallvalues/.test(operator);

function matchingOf(operator: string): (pattern: string, value: string) => boolean {
  if (/ipaddress/.test(operator)) return containsRange;
  if (/(like|arn)/.test(operator)) return covers;
  if (/ignorecase/.test(operator)) return (pattern, value) => pattern.toLowerCase() === value.toLowerCase();
  return (pattern, value) => pattern === value;
}

/** `aws:SourceArn is a or b`, for people. */
export const conditionWords = ({ operator, key, values }: Condition): string =>
  `${key} ${isNegated(operator) ? "is none of" : "is"} ${firstOf(values)} (${operator})`;
