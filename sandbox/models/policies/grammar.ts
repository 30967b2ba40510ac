import { isObject, type Properties, type Value } from "../../values";
import { listOf } from "../policy-document";

/**
 * Elements, their forms and the operators that AWS knows:
 * docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html and reference_policies_elements_condition_operators.html
 */
const policyElements = new Set(["Version", "Id", "Statement"]);
const statementElements = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);
const versions = new Set<Value>(["2008-10-17", "2012-10-17"]);
const operators = new Set(
  [
    ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ...["StringLike", "StringNotLike"],
    ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
    ...["NumericGreaterThan", "NumericGreaterThanEquals"],
    ...["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals"],
    ...["DateGreaterThan", "DateGreaterThanEquals"],
    ...["Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "Null"],
    ...["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
  ].map((operator) => operator.toLowerCase()),
);

/** Whether a policy is written in the language at all, whatever kind it is of. */
export function isGrammatical(policy: Value): policy is Properties {
  if (!isObject(policy) || !Object.keys(policy).every((element) => policyElements.has(element))) return false;
  const { Version, Id, Statement } = policy;
  if (Version !== undefined && !versions.has(Version)) return false;
  if (Id !== undefined && typeof Id !== "string") return false;
  return Statement !== undefined && listOf(Statement).every(isStatement);
}

function isStatement(statement: Value): boolean {
  if (!isObject(statement) || !Object.keys(statement).every((element) => statementElements.has(element))) return false;
  const { Sid, Effect, Condition } = statement;
  if (Effect !== "Allow" && Effect !== "Deny") return false;
  if (Sid !== undefined && typeof Sid !== "string") return false;
  const isOneOfTwo = (element: string) => {
    const [given, negated] = [statement[element], statement[`Not${element}`]];
    return given === undefined || negated === undefined;
  };
  return (
    ["Principal", "Action", "Resource"].every(isOneOfTwo) &&
    ["Action", "NotAction", "Resource", "NotResource"].every((element) => areTexts(statement[element])) &&
    ["Principal", "NotPrincipal"].every((element) => isPrincipal(statement[element])) &&
    (Condition === undefined || isCondition(Condition))
  );
}

const areTexts = (value: Value | undefined) => listOf(value).every((item) => typeof item === "string");

function isPrincipal(value: Value | undefined): boolean {
  if (value === undefined || value === "*") return true;
  return isObject(value) && Object.values(value).every(areTexts);
}

function isCondition(condition: Value): boolean {
  if (!isObject(condition)) return false;
  return Object.entries(condition).every(([operator, keys]) => isOperator(operator) && isConditionBlock(keys));
}

function isOperator(name: string): boolean {
  const plain = name.toLowerCase().replace(/^for(any|all)values?:/, "");
  return operators.has(plain) || operators.has(plain.replace(/ifexists$/, ""));
}

function isConditionBlock(keys: Value): boolean {
  if (!isObject(keys)) return false;
  return Object.values(keys).every((values) =>
    listOf(values).every((value) => ["string", "number", "boolean"].includes(typeof value)),
  );
}
