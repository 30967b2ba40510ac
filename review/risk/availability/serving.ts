import type { Step } from "../../model/step";
import { dependentsOf, forcedBy, renamedTo } from "../data/around";
import type { Found, Judge, RiskContext } from "../judge";
import type { RiskId } from "../table";
import { servingOf } from "./serving-types";

/** Deletions and replacements of what serves. */
export const serving: Judge = (step, context) => {
  const { op, type, old, name } = step;
  const known = servingOf(type);
  if (known === undefined || old === undefined || (op !== "delete" && op !== "replace")) return [];
  // Nothing stops while the thing in the cloud stays.
  if (old.retainOnDelete && op === "delete") return [];
  const forced = forcedBy(step);
  const { id, says } = op === "delete" ? { id: known.deleted, says: "is deleted" } : replacement(step, known.replaced);
  const details = detailsOf(step, context, forced.words);
  return [{ id, summary: `${name} ${says}: ${known.stops}`, details, properties: forced.paths }];
};

function replacement({ deleteFirst }: Step, otherwise: RiskId): { readonly id: RiskId; readonly says: string } {
  if (deleteFirst) return { id: "serving-gap", says: "is deleted before its successor is there" };
  return { id: otherwise, says: "is replaced" };
}

const detailsOf = (step: Step, context: RiskContext, forced: readonly string[]): string[] => [
  ...(step.op === "replace" ? forced : []),
  ...renamedTo(step, context),
  ...dependentsOf(step, context),
];

/** A provider that newly works elsewhere. */
export const providers: Judge = ({ type, op, name, diff }): readonly Found[] => {
  if (!type.startsWith("pulumi:providers:") || (op !== "update" && op !== "replace")) return [];
  const where = [
    "region",
    "allowedAccountIds",
    "assumeRole",
    "assumeRoles",
    "profile",
    "kubeconfig",
    "context",
    "cluster",
  ];
  const properties = diff.map(({ path }) => path).filter((path) => where.some((one) => path.startsWith(one)));
  if (properties.length === 0) return [];
  return [
    { id: "provider-changed", summary: `${name} works elsewhere: everything that it makes is concerned`, properties },
  ];
};
