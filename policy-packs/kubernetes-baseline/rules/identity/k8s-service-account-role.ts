import { z } from "zod";
import { resourceRule } from "../../../core/rule";

const serviceAccount = "kubernetes:core/v1:ServiceAccount";
const annotation = "eks.amazonaws.com/role-arn";

/** Pods get the role that was meant for them. */
export const k8sServiceAccountRole = resourceRule({
  name: "k8s-service-account-role",
  title: "A service account names a role of a known account, and is one application's.",
  severity: "medium",
  types: [serviceAccount],
  parameters: z.object({
    accounts: z
      .array(z.string())
      .default([])
      .describe("Numbers of the accounts whose roles pods may take; where none is listed, any."),
  }),
  controls: {},
  remediationSteps: `Set the annotation ${annotation} to the ARN of a role (arn:aws:iam::<account>:role/<name>) on a service account of the application's own.`,
  docs: {
    why: "With what is no role's ARN the pods start and every call to AWS fails; a role on the namespace's default account is everybody's who runs a pod there.",
    good: {
      [serviceAccount]: {
        metadata: {
          name: "shop",
          namespace: "shop",
          annotations: { [annotation]: "arn:aws:iam::111122223333:role/shop" },
        },
      },
    },
  },
  // docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
  check({ props: { metadata } }, report, { accounts }) {
    const role = metadata?.annotations?.[annotation];
    if (role === undefined || role === null) return;
    const account = /^arn:aws[\w-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(role)?.[1];
    if (account === undefined) report(`pods get no credentials: set the annotation ${annotation} to a role's ARN`);
    else if (accounts.length > 0 && !accounts.includes(account)) {
      report(`pods take a role of an account that is not known: set the annotation ${annotation} to one that is`);
    }
    if (metadata?.name === "default") {
      report("every pod of the namespace gets the role: use a service account of the application's own");
    }
  },
});
