import { parseArn } from "../../../components/core/arn";
import { kmsQuotas } from "../../quotas/kms";
import { sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Refusal } from "../model";
import { allows } from "../policies/grants";
import type { Principal } from "../policies/principals";
import { documentRefusal, invalidPrincipals, malformed } from "../policies/refusals";
import { parseJson } from "../policy-document";

const safetyCheck = "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html";

/**
 * Whether somebody of the account may change the policy again. AWS asks that of the caller; which role that will be on
 * a real account is not known here, so anybody of the account will do, and conditions are not judged.
 */
function canBeChanged(policy: string, account: string): boolean {
  const isOfAccount = ({ type, value }: Principal) =>
    type === "AWS" && (value === "*" || value === account || (parseArn(value)?.accountId ?? account) === account);
  return allows(policy, { action: "kms:PutKeyPolicy", principal: isOfAccount });
}

/** What KMS refuses of a key's policy; `source` is the page of the call that puts it. */
export function keyPolicyRefusals(source: string): Refusal[] {
  const about = { property: "policy", code: "MalformedPolicyDocumentException", source };
  return [
    malformed("resource", about),
    ...invalidPrincipals(about, () => "Policy contains a statement with one or more invalid principals."),
    documentRefusal(
      { ...about, source: safetyCheck, reads: ["policy", "bypassPolicyLockoutSafetyCheck"], atPreview: true },
      (policy, { scope, inputs }) =>
        inputs.bypassPolicyLockoutSafetyCheck === true || canBeChanged(policy, scope.account)
          ? undefined
          : "The new key policy will not allow you to update the key policy in the future.",
    ),
    sizeQuota(
      kmsQuotas.keyPolicySize,
      {
        code: "LimitExceededException",
        reads: ["policy"],
        atPreview: true,
        message: (limit) => `The key policy is longer than the ${limit} bytes that one may have.`,
      },
      // The provider sends it without white space.
      ({ inputs }) => Buffer.byteLength(JSON.stringify(parseJson(text(inputs, "policy") ?? "") ?? "")),
    ),
  ];
}
