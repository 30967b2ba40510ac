import { currentTypeOf } from "../../../policy-packs/core/former-types";
import { valueAt } from "../../collect/paths";
import type { Shown } from "../../model/values";
import type { Judge } from "../judge";
import { moved } from "../reading";
import { firstOf } from "../words";

/** Deployments that stop all pods before they start new ones. */
export const recreated: Judge = (step) => {
  if (currentTypeOf(step.type) !== "kubernetes:apps/v1:Deployment" || step.op !== "update") return [];
  if (valueAt(step.new?.inputs, "spec.strategy.type") !== "Recreate") return [];
  const change = moved(step, "spec.template");
  if (change === undefined) return [];
  const properties = step.diff.map(({ path }) => path).filter((path) => path.startsWith("spec.template"));
  return [
    {
      id: "recreated",
      summary: `pods of ${step.name} are all stopped before new ones start: its strategy is Recreate`,
      properties,
    },
  ];
};

const webhooks =
  /^kubernetes:admissionregistration\.k8s\.io\/v1(beta1)?:(Validating|Mutating)WebhookConfiguration(Patch)?$/;

/** Webhooks that newly stand before requests, and stop them while they do not answer. */
export const admission: Judge = (step) => {
  if (!webhooks.test(step.type) || (step.op !== "create" && step.op !== "update")) return [];
  const change = moved(step, "webhooks");
  const hooks = Array.isArray(change?.after) ? change.after : change?.after === undefined ? [] : [change.after];
  // Fail is the default (kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy).
  const failing = hooks.filter((hook: Shown) => fieldOf(hook, "failurePolicy") !== "Ignore");
  if (failing.length === 0) return [];
  const names = failing.map((hook: Shown) => String(fieldOf(hook, "name") ?? "a webhook"));
  return [
    {
      id: "webhook-changed",
      summary: `${firstOf(names)} stands before requests, and stops them while it does not answer`,
      properties: ["webhooks"],
    },
  ];
};

const fieldOf = (value: Shown, key: string): Shown | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Shown>>)[key]
    : undefined;
