import { activeStatus } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import { keyNamed } from "../models/kms/keys";
import { active, found, type Invoke, placeOf, required } from "./invoke";

const keyOf = (scope: Scope, keyId: string) =>
  found(keyNamed(scope, keyId), "NotFoundException", `Key '${keyId}' does not exist`);

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
