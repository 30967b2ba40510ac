import { firstOf, listed } from "../words";
import type { Grant } from "./compare";
import { conditionWords } from "./conditions";
import type { DocumentKind } from "./documents";
import type { Item } from "./selector";

/** `anyone in account 444455556666`, by a principal. */
export function whoWords(who: Item): string {
  if (typeof who !== "string") return `everybody but ${firstOf(who.except.map(whoWords))}`;
  if (who === "*") return "anyone";
  const [, , account, rest] = /^AWS:arn:([^:]*):(?:iam|sts)::(\d{12}):(.*)$/.exec(who) ?? [];
  if (account !== undefined) return rest === "root" ? `anyone in account ${account}` : `${rest} of account ${account}`;
  if (who.startsWith("Service:")) return `the service ${who.slice("Service:".length)}`;
  if (who.startsWith("Federated:")) return `identities of ${who.slice("Federated:".length)}`;
  return who.slice(who.indexOf(":") + 1);
}

const actionWords = (items: readonly Item[], most: number): string => {
  const named = items.filter((item) => typeof item === "string");
  const except = items.flatMap((item) => (typeof item === "string" ? [] : item.except));
  if (except.length > 0) return `everything but ${firstOf(except, most)}`;
  return named.some((name) => /^\*+$/.test(name)) ? "everything" : firstOf(named, most);
};

const resourceWords = (items: readonly Item[], most: number): string => {
  const except = items.flatMap((item) => (typeof item === "string" ? [] : item.except));
  if (except.length > 0) return `everything but ${firstOf(except, most)}`;
  const named = items.filter((item) => typeof item === "string");
  if (named.includes("*")) return "everything";
  return firstOf(
    named.map((name) => (/^arn:[^:]*:s3:::\*$/.test(name) ? "all buckets" : name)),
    most,
  );
};

/** What a grant says, as a sentence; `holder` is who has the document, or what it is attached to. */
export function grantWords(grant: Grant, kind: DocumentKind, holder: string, verb: string, most = 3): string {
  const who = kind === "identity" ? holder : listed(grant.who.map(whoWords).slice(0, most));
  if (kind === "trust") return `${who} ${verb} assume ${holder}${whereWords(grant)}`;
  const what = `${who} ${verb} do ${actionWords(grant.actions, most)}`;
  const isHolder = kind === "resource" && grant.resources.every((item) => item === "*");
  return `${what} on ${isHolder ? holder : resourceWords(grant.resources, most)}${whereWords(grant)}`;
}

function whereWords({ conditions, lost }: Grant): string {
  const now = conditions.length === 0 ? "" : `, where ${listed(conditions.map(conditionWords))}`;
  return lost.length === 0 ? now : `${now}, no longer only where ${listed(lost.map(conditionWords))}`;
}
