import { parseArn } from "../../../components/core/arn";
import { activeStatus, type CloudResource } from "../../cloud/resource";
import type { Scope } from "../../cloud/scope";
import { text } from "../../values";
import type { Refusal, Request } from "../model";

export const keyType = "aws:kms/key:Key";
export const aliasType = "aws:kms/alias:Alias";
export const keyPolicyType = "aws:kms/keyPolicy:KeyPolicy";

/** A key by its id, its ARN or an alias's name or ARN, whatever state it is in. */
export function keyNamed(scope: Scope, name: string): CloudResource | undefined {
  const arn = parseArn(name);
  const place = arn?.region ? scope.in(arn.region) : scope;
  const resource = arn?.resource ?? name;
  const alias = place.find(aliasType, resource);
  if (alias !== undefined) return keyNamed(place, text(alias.outputs, "targetKeyArn") ?? "");
  return place.find(keyType, resource.replace(/^key\//, ""));
}

/** Why a key cannot be used: docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
export type KeyTrouble = "missing" | "disabled" | "pendingDeletion";

/** What keeps a key from being used; nothing of AWS's own keys, and of another account's nothing is known. */
export function troubleOf(scope: Scope, name: string): KeyTrouble | undefined {
  const accountId = parseArn(name)?.accountId ?? scope.account;
  if (accountId !== scope.account || /(^|:)alias\/aws\//.test(name)) return undefined;
  const key = keyNamed(scope, name);
  if (key === undefined) return "missing";
  if (key.status !== activeStatus) return "pendingDeletion";
  return key.outputs.isEnabled === false ? "disabled" : undefined;
}

/** How a service refuses a key. */
export interface KeyRefusal extends Pick<Refusal, "code" | "source" | "on" | "retried"> {
  message: (key: string) => string;
}

/** Refuses keys that cannot be used, each trouble as the service does that uses them; one without an answer is none. */
export function unusableKey(
  keysOf: (request: Request) => readonly string[],
  answers: Partial<Record<KeyTrouble, KeyRefusal>>,
): Refusal[] {
  return Object.entries(answers).map(([trouble, { message, ...refusal }]) => ({
    ...refusal,
    looksUp: trouble === "missing",
    when: (request) => {
      const key = keysOf(request).find((name) => troubleOf(request.scope, name) === trouble);
      return key === undefined ? undefined : message(key);
    },
  }));
}

/** The policy of a key: that of a resource of its own, where there is one. */
export function policyOf(scope: Scope, key: CloudResource): string {
  const place = scope.in(key.region);
  const names = [key.id, text(key.outputs, "arn") ?? ""];
  const [own] = names.flatMap((name) => place.having(keyPolicyType, "keyId", name));
  return text((own ?? key).outputs, "policy") ?? "";
}
