import { isObject, type Properties, type Value } from "../../values";
import { isGrammatical } from "../policies/grammar";
import { parseJson, readPolicy, textsOf } from "../policy-document";

const guide = "https://docs.aws.amazon.com/organizations/latest/userguide";

/** The page of each type's grammar that is judged here. */
export const grammarPages = {
  SERVICE_CONTROL_POLICY: `${guide}/orgs_manage_policies_scps_syntax.html`,
  RESOURCE_CONTROL_POLICY: `${guide}/orgs_manage_policies_rcps_syntax.html`,
  TAG_POLICY: `${guide}/orgs_manage_policies_example-tag-policies.html`,
};

const has = (statement: Properties, element: string) => statement[element] !== undefined;
const hasOneOf = (statement: Properties, ...elements: string[]) =>
  elements.filter((element) => has(statement, element)).length === 1;

/** Since September 2025 SCPs have IAM's whole language, but for principals. */
function isServiceControl(statement: Properties): boolean {
  return (
    hasOneOf(statement, "Action", "NotAction") &&
    hasOneOf(statement, "Resource", "NotResource") &&
    !has(statement, "Principal") &&
    !has(statement, "NotPrincipal")
  );
}

/** RCPs of one's own only deny, to everybody, and name services in their actions. */
function isResourceControl(statement: Properties): boolean {
  return (
    statement.Effect === "Deny" &&
    has(statement, "Action") &&
    !textsOf(statement.Action).includes("*") &&
    !has(statement, "NotAction") &&
    hasOneOf(statement, "Resource", "NotResource") &&
    isEverybody(statement.Principal) &&
    !has(statement, "NotPrincipal")
  );
}

const isEverybody = (principal: Value | undefined) =>
  principal === "*" || (isObject(principal) && textsOf(principal.AWS).includes("*"));

function hasStatements(content: string, isFine: (statement: Properties) => boolean): boolean {
  const policy = readPolicy(content);
  if (policy === undefined || !isGrammatical(policy.document)) return false;
  return policy.statements.length > 0 && policy.statements.every(isFine);
}

function isTagPolicy(content: string): boolean {
  const parsed = parseJson(content);
  return isObject(parsed) && isObject(parsed.tags);
}

/** Whether a document is one of its type; of a type that is not judged here, whether it is a JSON object. */
export function isContent(type: string, content: string): boolean {
  if (type === "SERVICE_CONTROL_POLICY") return hasStatements(content, isServiceControl);
  if (type === "RESOURCE_CONTROL_POLICY") return hasStatements(content, isResourceControl);
  if (type === "TAG_POLICY") return isTagPolicy(content);
  return isObject(parseJson(content));
}
