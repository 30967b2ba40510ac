import type { Step } from "../../model/step";
import type { Shown } from "../../model/values";
import { isHidden } from "../../model/values";
import type { Found, Judge, RiskContext } from "../judge";
import { moved, propertyOf } from "../reading";
import type { RiskId } from "../table";
import { listed } from "../words";
import { ownAccounts } from "./accounts";
import { compareDocuments, type Grant } from "./compare";
import { type DocumentKind, type DocumentProperty, documents } from "./documents";
import { newEscalation, reachOf } from "./reach";
import { readDocument, type Statement } from "./statement";
import { grantWords } from "./words";

/** What policy documents newly allow, no longer deny, or take. */
export const policies: Judge = (step, context) =>
  (documents[step.type] ?? []).flatMap((property) => {
    const change = documentOf(step, property);
    return change === undefined ? [] : judgeDocument(step, property, change, context);
  });

interface DocumentChange {
  readonly before: Shown | undefined;
  readonly after: Shown | undefined;
}

function documentOf(step: Step, { path, absent }: DocumentProperty): DocumentChange | undefined {
  if (step.op === "delete") {
    const before = propertyOf(step.old, path);
    return before === undefined ? undefined : { before, after: absent };
  }
  const change = moved(step, path);
  return change && { before: change.before ?? (step.old && absent), after: change.after ?? absent };
}

function judgeDocument(
  step: Step,
  { path, kind }: DocumentProperty,
  { before, after }: DocumentChange,
  context: RiskContext,
): Found[] {
  const now = statementsOf(after);
  const was = statementsOf(before);
  const properties = [path];
  if (typeof now === "string") {
    const summary = `what ${step.name} allows by ${path} is not judged: ${now}`;
    return [
      {
        id: now !== unknownNow ? "access-not-judged" : step.old ? "access-now-unknown" : "access-unknown",
        summary,
        properties,
      },
    ];
  }
  // What was there and cannot be read is no excuse: all that is there now counts as new.
  const known = typeof was === "string" ? [] : was;
  return compared({ holder: step.name, kind, properties }, known, now, ownAccounts(step, context));
}

const unknownNow = "it is known only when it is made";

/** The statements of what stands where a document does; else why it has none. */
function statementsOf(value: Shown | undefined): readonly Statement[] | string {
  if (value === undefined || value === null || value === "") return [];
  if (isHidden(value)) return value.$ === "unknown" ? unknownNow : "it is a secret";
  if (hides(value)) return unknownNow;
  if (Array.isArray(value)) {
    const parts = value.map((inline) => statementsOf((inline as { policy?: Shown } | null)?.policy));
    return parts.find((part) => typeof part === "string") ?? parts.flatMap((part) => part as readonly Statement[]);
  }
  return readDocument(value) ?? "it is no policy document that IAM could read";
}

/** Whether anything in a value is hidden. */
const hides = (value: Shown): boolean =>
  isHidden(value) ||
  (typeof value === "object" && value !== null && Object.values(value).some((item) => hides(item as Shown)));

export interface Held {
  /** Who has the document, or what it is attached to. */
  readonly holder: string;
  readonly kind: DocumentKind;
  readonly properties: readonly string[];
}

/** What two versions of a document differ in, as risks: one for each row of the table, with all that falls under it. */
export function compared(
  held: Held,
  before: readonly Statement[],
  after: readonly Statement[],
  own: ReadonlySet<string>,
): Found[] {
  const { holder, kind, properties } = held;
  const { given, lifted, taken } = compareDocuments(before, after);
  const escalation = kind === "identity" ? newEscalation(before, after) : undefined;
  const isAdmin = given.some((grant) => reachOf(grant, kind, own) === "access-admin");
  const rows = new Map<RiskId, { readonly grant: Grant; readonly verb: string }[]>();
  const add = (id: RiskId, grant: Grant, verb: string) => rows.set(id, [...(rows.get(id) ?? []), { grant, verb }]);
  for (const grant of given) add(reachOf(grant, kind, own), grant, "can newly");
  for (const grant of lifted)
    add("access-deny-removed", grant, "is no longer kept from what it may otherwise do, which was to");
  for (const grant of taken)
    add(
      "access-narrowed",
      grant,
      grant.statement.allows ? "can no longer" : "is newly kept from what it may otherwise do, which was to",
    );
  const found = [...rows].map(([id, grants]): Found => {
    const words = grants.map(({ grant, verb }) => grantWords(grant, kind, holder, verb));
    const [first = "", ...others] = words;
    const more = others.length > 0 ? `, and ${others.length} more` : "";
    const full = grants.map(({ grant, verb }) => grantWords(grant, kind, holder, verb, 20));
    return { id, summary: `${first}${more}`, details: full.length > 1 || full[0] !== first ? full : [], properties };
  });
  if (escalation === undefined || isAdmin) return found;
  const summary = `${holder} can newly give itself more than it was given, by ${listed(escalation)}`;
  return [{ id: "access-escalation", summary, properties }, ...found];
}
