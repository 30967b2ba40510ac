import { z } from "zod";
import { parseJson } from "../../../core/json";
import { anyTypeRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Nobody deploys into an account by mistake. */
export const pulumiAllowedAccounts = anyTypeRule({
  name: "pulumi-allowed-accounts",
  title: "Every AWS provider is bound to accounts that are listed.",
  severity: "high",
  judges: (type) => type === "pulumi:providers:aws",
  parameters: z.object({
    accounts: z.array(z.string()).default([]).describe("Numbers of accounts; where none is listed, none is judged."),
  }),
  controls: {},
  remediationSteps:
    "Set allowedAccountIds of the provider, or aws:allowedAccountIds of the stack, to the account it is for.",
  docs: {
    why: "With credentials of another account in the shell, the stack is made there.",
    good: [{ type: "pulumi:providers:aws", name: "workload", props: { allowedAccountIds: ["111122223333"] } }],
  },
  check({ props }, report, { accounts }) {
    if (accounts.length === 0) return;
    const { allowedAccountIds: value } = props;
    // The engine keeps a provider's lists as JSON.
    const ids: unknown = typeof value === "string" ? parseJson(value) : value;
    if (!Array.isArray(ids) || ids.length === 0) {
      report("the provider deploys into any account: set allowedAccountIds");
      return;
    }
    forEachKnown<unknown>(ids, (id) => {
      if (!accounts.includes(String(id))) report("allowedAccountIds has an account that is not listed: take it out");
    });
  },
});
