import { activeStatus } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { text } from "../values";
import { active, found, type Invoke, placeOf, required } from "./invoke";

/** A key by its id, its ARN or an alias's name or ARN. */
function keyOf(scope: Scope, keyId: string) {
  const name = keyId.split(/:(?=alias\/)/).at(-1) ?? keyId;
  const alias = active(scope, "aws:kms/alias:Alias", name);
  const id = (text(alias?.outputs ?? {}, "targetKeyId") ?? keyId).split("key/").at(-1) ?? keyId;
  return found(scope.find("aws:kms/key:Key", id), "NotFoundException", `Key '${keyId}' does not exist`);
}

export const kmsInvokes: Record<string, Invoke> = {
  "aws:kms/getKey:getKey": (args, scope) => {
    const { id, status, outputs } = keyOf(placeOf(args, scope), required(args, "keyId"));
    return {
      ...outputs,
      id,
      keyId: id,
      awsAccountId: scope.account,
      enabled: status === activeStatus && outputs.isEnabled === true,
      keyManager: "CUSTOMER",
      keySpec: outputs.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT",
      keyState: status === activeStatus ? "Enabled" : status,
      origin: "AWS_KMS",
    };
  },
  "aws:kms/getAlias:getAlias": (args, scope) => {
    const name = required(args, "name");
    const alias = active(placeOf(args, scope), "aws:kms/alias:Alias", name);
    const { outputs } = found(alias, "NotFoundException", `Alias ${name} is not found.`);
    return { ...outputs, id: name, name };
  },
};
