import { parseArn } from "../../components/core/arn";
import { tagsOf } from "../cloud/read";
import { isObject, type Properties, text, type Value } from "../values";
import { active, found, type Invoke, required } from "./invoke";

const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);
/** IAM writes a list of one as its item. */
const oneOrAll = (values: Value[]): Value => (values.length === 1 ? (values[0] ?? null) : values);

/** Turns an argument of the function into an element of a policy statement. */
type Element = (statement: Properties) => Value | undefined;

const listElement =
  (key: string): Element =>
  (statement) => {
    const values = listOf(statement[key]);
    return values.length === 0 ? undefined : oneOrAll(values);
  };

const principalElement =
  (key: string): Element =>
  (statement) => {
    const byType = listOf(statement[key]).filter(isObject);
    if (byType.some(({ type }) => type === "*")) return "*";
    const entries = byType.map(({ type, identifiers }) => [String(type), oneOrAll(listOf(identifiers))] as const);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  };

function conditionElement(statement: Properties): Value | undefined {
  const conditions = listOf(statement.conditions).filter(isObject);
  if (conditions.length === 0) return undefined;
  const byTest: Record<string, Record<string, Value>> = {};
  for (const { test, variable, values } of conditions) {
    const tests = byTest[String(test)] ?? {};
    tests[String(variable)] = oneOrAll(listOf(values));
    byTest[String(test)] = tests;
  }
  return byTest;
}

const elements: Record<string, Element> = {
  Sid: ({ sid }) => sid,
  Effect: ({ effect }) => effect ?? "Allow",
  Action: listElement("actions"),
  NotAction: listElement("notActions"),
  Resource: listElement("resources"),
  NotResource: listElement("notResources"),
  Principal: principalElement("principals"),
  NotPrincipal: principalElement("notPrincipals"),
  Condition: conditionElement,
};

function statementOf(given: Properties): Properties {
  const entries = Object.entries(elements).map(([name, element]) => [name, element(given)] as const);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Statements of documents that the new one begins with. */
function sourceStatements(args: Properties): Value[] {
  return listOf(args.sourcePolicyDocuments).flatMap((document) => {
    const parsed: Value = JSON.parse(String(document));
    const statements = isObject(parsed) ? parsed.Statement : undefined;
    return Array.isArray(statements) ? statements : statements === undefined ? [] : [statements];
  });
}

const getPolicyDocument: Invoke = (args) => {
  const own = listOf(args.statements).filter(isObject).map(statementOf);
  const document = {
    Version: text(args, "version") ?? "2012-10-17",
    ...(args.policyId !== undefined && { Id: args.policyId }),
    Statement: [...sourceStatements(args), ...own],
  };
  const minifiedJson = JSON.stringify(document);
  return { ...args, id: String(minifiedJson.length), json: JSON.stringify(document, null, 2), minifiedJson };
};

/** The role behind a session's ARN; the ARN itself where it is no session. */
const getSessionContext: Invoke = (args, scope) => {
  const arn = required(args, "arn");
  const [kind, roleName = "", sessionName = ""] = parseArn(arn)?.resource.split("/") ?? [];
  if (kind !== "assumed-role") return { arn, id: arn, issuerArn: arn, issuerId: "", issuerName: "", sessionName: "" };
  const role = active(scope.global, "aws:iam/role:Role", roleName);
  return {
    arn,
    id: arn,
    issuerArn: text(role?.outputs ?? {}, "arn") ?? scope.global.arn("iam", `role/${roleName}`),
    issuerId: text(role?.outputs ?? {}, "uniqueId") ?? "AROASANDBOXFOUNDATION",
    issuerName: roleName,
    sessionName,
  };
};

const getRole: Invoke = (args, scope) => {
  const name = required(args, "name");
  const role = active(scope.global, "aws:iam/role:Role", name);
  const message = `The role with name ${name} cannot be found.`;
  const { outputs } = found(role, "NoSuchEntity", message);
  return { ...outputs, id: name, name, tags: tagsOf(outputs.tagsAll) };
};

/** All roles, or those whose name matches (`internal/service/iam/roles_data_source.go`). */
const getRoles: Invoke = (args, scope) => {
  const wanted = new RegExp(text(args, "nameRegex") ?? "");
  const roles = scope.global.list("aws:iam/role:Role").filter(({ id }) => wanted.test(id));
  const arns = roles.map(({ outputs }) => outputs.arn ?? null);
  return { ...args, id: scope.region, names: roles.map(({ id }) => id), arns };
};

/** Names of the policies inside a role (`internal/service/iam/role_policies_data_source.go`). */
const getRolePolicies: Invoke = (args, scope) => {
  const roleName = required(args, "roleName");
  found(active(scope.global, "aws:iam/role:Role", roleName), "NoSuchEntity", `The role ${roleName} cannot be found.`);
  const policies = scope.global.list("aws:iam/rolePolicy:RolePolicy").filter(({ inputs }) => inputs.role === roleName);
  return { ...args, policyNames: policies.map(({ outputs }) => outputs.name ?? null) };
};

export const iamInvokes: Record<string, Invoke> = {
  "aws:iam/getPolicyDocument:getPolicyDocument": getPolicyDocument,
  "aws:iam/getRole:getRole": getRole,
  "aws:iam/getRolePolicies:getRolePolicies": getRolePolicies,
  "aws:iam/getRoles:getRoles": getRoles,
  "aws:iam/getSessionContext:getSessionContext": getSessionContext,
};
