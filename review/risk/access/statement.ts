import { textsOf } from "../../../policy-packs/core/identity-policy";
import { isRecord } from "../../../policy-packs/core/json";
import { isPublic, type PolicyStatement, statementsOf } from "../../../policy-packs/core/policy-document";
import { type Condition, conditionsOf } from "./conditions";
import { everything, type Selector } from "./selector";

/** A statement of a policy document, in a form in which two can be compared. */
export interface Statement {
  readonly allows: boolean;
  readonly who: Selector;
  readonly actions: Selector;
  readonly resources: Selector;
  readonly conditions: readonly Condition[];
  /** Whether it lets anyone in, with no condition on who calls. */
  readonly isPublic: boolean;
  readonly raw: PolicyStatement;
}

/** The statements of a policy document; undefined where it is none that IAM could read. */
export function readDocument(document: unknown): readonly Statement[] | undefined {
  const statements = statementsOf(document)?.map(read);
  return statements?.every((one) => one !== undefined) ? (statements as Statement[]) : undefined;
}

function read(raw: PolicyStatement): Statement | undefined {
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal } = raw;
  if (effect !== "Allow" && effect !== "Deny") return undefined;
  const actions = selectorOf(raw.Action, raw.NotAction);
  if (actions === undefined) return undefined;
  return {
    allows: effect === "Allow",
    who: principal === undefined && notPrincipal === undefined ? self : whoOf(principal, notPrincipal),
    actions,
    // A trust policy and some resource policies have none: it is what they are attached to.
    resources: selectorOf(raw.Resource, raw.NotResource) ?? everything,
    conditions: conditionsOf(raw.Condition),
    isPublic: isPublic(raw),
    raw,
  };
}

/** Whoever has an identity policy. */
export const self: Selector = { only: ["self"] };

function selectorOf(only: unknown, except: unknown): Selector | undefined {
  if (only !== undefined) return { only: textsOf(only) };
  return except === undefined ? undefined : { except: textsOf(except) };
}

const whoOf = (only: unknown, except: unknown): Selector =>
  only === undefined ? { except: principalsOf(except) } : { only: principalsOf(only) };

/** Principals as `*`, `AWS:arn…`, `Service:…`, `Federated:…`; an account by the ARN of its root. */
function principalsOf(element: unknown): string[] {
  if (!isRecord(element)) return textsOf(element).map((text) => principalOf("AWS", text));
  return Object.entries(element).flatMap(([kind, value]) => textsOf(value).map((text) => principalOf(kind, text)));
}

function principalOf(kind: string, text: string): string {
  if (kind !== "AWS") return `${kind}:${text}`;
  if (/^\*+$/.test(text)) return "*";
  return `AWS:${/^\d{12}$/.test(text) ? `arn:aws:iam::${text}:root` : text}`;
}
