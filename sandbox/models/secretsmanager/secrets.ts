import { activeStatus, type CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { sizeQuota } from "../../quotas/quota";
import { secretsManagerQuotas } from "../../quotas/secretsmanager";
import { text } from "../../values";
import type { Refusal, Request } from "../model";
import { invalidPrincipals, malformed } from "../policies/refusals";

export const secretType = "aws:secretsmanager/secret:Secret";

/** A secret by its ARN, its ARN without the six characters at the end, or its name. */
export function secretNamed(scope: Scope, name: string): CloudResource | undefined {
  const found = [scope.find(secretType, name) ?? [], scope.having(secretType, "name", name)].flat();
  const byPartialArn = () => scope.list(secretType).filter(({ id }) => id.replace(/-[^-]{6}$/, "") === name);
  const all = found.length > 0 || !name.startsWith("arn:") ? found : byPartialArn();
  return all.find(({ status }) => status === activeStatus) ?? all[0];
}

/** Refuses what is asked of a secret that is not there, or is scheduled to go; `property` names the secret. */
export function ofSecret(property: string, source: string): Refusal[] {
  const secretOf = ({ scope, inputs }: Request) => secretNamed(scope, text(inputs, property) ?? "");
  const isOfAnotherAccount = ({ scope, inputs }: Request) => {
    const id = text(inputs, property) ?? "";
    return id.startsWith("arn:") && !id.includes(`:${scope.account}:`);
  };
  return [
    {
      code: "ResourceNotFoundException",
      source,
      looksUp: true,
      when: (request) =>
        secretOf(request) === undefined && !isOfAnotherAccount(request)
          ? "Secrets Manager can't find the specified secret."
          : undefined,
    },
    {
      code: "InvalidRequestException",
      source,
      when: (request) =>
        (secretOf(request)?.status ?? activeStatus) === activeStatus
          ? undefined
          : "You can't perform this operation on the secret because it was marked for deletion.",
    },
  ];
}

/** What is refused of a secret's resource policy. */
export function secretPolicyRefusals(): Refusal[] {
  const source = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html";
  const about = { property: "policy", code: "MalformedPolicyDocumentException", source, skip: ["", "{}"] };
  return [
    malformed("resource", about),
    ...invalidPrincipals(about, () => "This resource policy contains an unsupported principal."),
    sizeQuota(
      secretsManagerQuotas.policySize,
      {
        code: "InvalidParameterException",
        reads: ["policy"],
        atPreview: true,
        message: (limit) => `The resource policy is longer than the ${limit} characters that one may have.`,
      },
      ({ inputs }) => (text(inputs, "policy") ?? "").length,
    ),
  ];
}
