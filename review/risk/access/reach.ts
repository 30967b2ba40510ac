import { coversEveryRole, grants, covers as statementCovers } from "../../../policy-packs/core/identity-policy";
import type { PolicyStatement } from "../../../policy-packs/core/policy-document";
import { credentialActions, dataActions } from "../../../policy-packs/iam-supply-chain/data/exposing-actions";
import { privilegeEscalations } from "../../../policy-packs/iam-supply-chain/data/privilege-escalation";
import type { RiskId } from "../table";
import type { Grant } from "./compare";
import type { DocumentKind } from "./documents";
import { actions, type Item, selects } from "./selector";
import type { Statement } from "./statement";

/** Reads of data beside those in bulk, as AWS's service authorization reference names them. */
const furtherReads = [
  "athena:GetQueryResults",
  "cassandra:Select",
  "dynamodb:BatchGetItem",
  "dynamodb:GetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "es:ESHttpGet",
  "kinesis:GetRecords",
  "kms:Decrypt",
  "logs:FilterLogEvents",
  "logs:GetLogEvents",
  "rds-data:ExecuteStatement",
  "s3:GetObjectVersion",
  "secretsmanager:BatchGetSecretValue",
  "sqs:ReceiveMessage",
  "ssm:GetParameterHistory",
];

const reads = [...credentialActions, ...Object.keys(dataActions), ...furtherReads];

const has = (grant: Grant, action: string): boolean =>
  grant.actions.some((item) => selects(typeof item === "string" ? { only: [item] } : item, action, actions));

const isAll = (item: Item): boolean => item === "*" || (typeof item === "string" && /^\*+(:\*+)?$/.test(item));
/** Everything, or everything of a kind: `arn:aws:dynamodb:*:*:table/*`; of a bucket's ARN there is no kind. */
const everyOfKind = /^(\*|arn:[^:]*:s3:::[*/]+|arn:[^:]*:(?!s3:)[^:]*:[^:]*:[^:]*:([a-z-]+[:/])?[*/:]+)$/;
const isBroad = ({ resources }: Grant): boolean =>
  resources.some((item) => typeof item !== "string" || everyOfKind.test(item));

/** Whether IAM can be changed with an action, so that others or oneself get more. */
const iamWrites = /^iam:(\*|pass|create|put|attach|update|add|set|delete|detach|remove|upload|enable|tag)/i;

const isAccountRoot = /^AWS:arn:[^:]*:iam::(\d{12}):root$/;
const accountOf = (who: Item): string | undefined =>
  typeof who === "string" ? /^AWS:(?:arn:[^:]*:[^:]*::)?(\d{12})/.exec(who)?.[1] : undefined;

/** What newly comes of a grant: the worst that is true of it. `own` are the accounts that the change is made in. */
export function reachOf(grant: Grant, kind: DocumentKind, own: ReadonlySet<string>): RiskId {
  if (kind !== "identity") {
    const outside = byPrincipal(grant, own);
    if (outside !== undefined) return outside;
    if (grant.who.every((who) => isAccountRoot.test(String(who)))) return "access-given";
  }
  if (kind === "trust") return grant.lost.length > 0 ? "access-condition-removed" : "access-given";
  return byAction(grant, kind);
}

function byPrincipal({ who, statement, lost, conditions }: Grant, own: ReadonlySet<string>): RiskId | undefined {
  if (statement.isPublic) return "access-public";
  const anybody = who.some((one) => typeof one !== "string" || one === "*");
  // Scoped by a condition, which names a network, an organization or a service's resource.
  if (anybody) return lost.length > 0 ? "access-condition-removed" : "access-conditional";
  const accounts = who.flatMap((one) => accountOf(one) ?? []);
  if (accounts.some((account) => !own.has(account))) return "access-cross-account";
  if (who.some((one) => String(one).startsWith("Federated:")))
    return lost.length > 0 || conditions.length === 0 ? "access-federated-open" : "access-federated";
  return undefined;
}

function byAction(grant: Grant, kind: DocumentKind): RiskId {
  const broad = isBroad(grant);
  const all = grant.actions.some(isAll);
  if (kind === "identity" && all && broad) return "access-admin";
  const negated = grant.actions.some((item) => typeof item !== "string");
  const service = grant.actions.some((item) => typeof item === "string" && /^[\w-]+:\*+$/.test(item));
  if (kind === "identity" && broad && (negated || service)) return "access-wildcard";
  if (grant.lost.length > 0) return "access-condition-removed";
  if (grant.actions.some((item) => (typeof item === "string" ? iamWrites.test(item) : has(grant, "iam:PutRolePolicy"))))
    return "access-iam";
  if (reads.some((action) => has(grant, action)))
    return broad && kind === "identity" ? "access-data-broad" : "access-data";
  return "access-given";
}

/** A set of actions by which whoever has the document newly gives itself more. */
export function newEscalation(
  before: readonly Statement[],
  after: readonly Statement[],
): readonly string[] | undefined {
  const [was, is] = [unscoped(before), unscoped(after)];
  const every = (statements: readonly PolicyStatement[], wanted: readonly string[]) =>
    wanted.every((action) => statements.some((statement) => grants(statement, action)));
  return privilegeEscalations.find((wanted) => every(is, wanted) && !every(was, wanted));
}

/** Allow statements on everything, or on every role. */
const unscoped = (statements: readonly Statement[]): readonly PolicyStatement[] =>
  statements
    .filter(({ allows, raw }) => allows && (statementCovers(raw) || coversEveryRole(raw)))
    .map(({ raw }) => raw);
