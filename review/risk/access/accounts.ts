import type { Step } from "../../model/step";
import type { Shown } from "../../model/values";
import type { RiskContext } from "../judge";
import { propertyOf } from "../reading";

/** The accounts that a step is made in: by the ARN of its resource, and by what its provider may work in. */
export function ownAccounts({ old, new: next, provider }: Step, { step }: RiskContext): ReadonlySet<string> {
  const arns = [propertyOf(old, "arn"), propertyOf(next, "arn")].flatMap((arn) => accountsIn(arn));
  const { inputs = {} } = step(provider)?.new ?? {};
  const allowed = [inputs.allowedAccountIds, inputs.assumeRoles, inputs.assumeRole].flatMap(accountsIn);
  return new Set([...arns, ...allowed]);
}

/** Numbers of accounts in a text or a list of them; a provider's settings are JSON in a text. */
function accountsIn(value: Shown | undefined): string[] {
  if (value === undefined) return [];
  return [...JSON.stringify(value).matchAll(/(?<!\d)\d{12}(?!\d)/g)].map(([id]) => id);
}
