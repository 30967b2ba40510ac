import { partitionOf } from "../../components/core/regions";
import type { Environment } from "../../stacks/environment";
import { planRoleName, stateArn, stateKey } from "../places";
import { deniedReads } from "./data-reads";
import { type PolicyDocument, policyDocument, type Role, type Statement } from "./document";

/**
 * The role that previews `environment`. A preview runs the code of whoever opened a pull request, so it reads how things
 * are set up and the states of this environment, and no data.
 */
export function planRole(environment: Environment, trust: PolicyDocument): Role {
  return {
    name: planRoleName(environment),
    description: `Previews ${environment.name}: reads how things are set up, and no data`,
    trust,
    managed: [`arn:${partitionOf(environment.region)}:iam::aws:policy/ReadOnlyAccess`],
    permissions: planPermissions(environment),
    maxSession: 3_600,
  };
}

export function planPermissions(environment: Environment): PolicyDocument {
  const states = `${stateArn(environment)}/${environment.name}/*`;
  const key = stateKey(environment);
  return policyDocument(
    { Sid: "ReadStates", Effect: "Allow", Action: "s3:GetObject", Resource: states },
    { Sid: "DecryptStates", Effect: "Allow", Action: "kms:Decrypt", ...keyScope(environment, key) },
    {
      Sid: "NoObjectsButStates",
      Effect: "Deny",
      Action: ["s3:GetObject*", "s3:GetObjectVersion*", "s3:RestoreObject"],
      NotResource: [states],
    },
    { Sid: "NoOtherKeys", Effect: "Deny", Action: ["kms:Decrypt", "kms:ReEncrypt*"], ...otherKeys(environment, key) },
    { Sid: "NoData", Effect: "Deny", Action: deniedReads, Resource: "*" },
    {
      Sid: "NoApiKeys",
      Effect: "Deny",
      Action: "apigateway:GET",
      Resource: `arn:${partitionOf(environment.region)}:apigateway:*::/apikeys*`,
    },
  );
}

const aliasKey = "kms:ResourceAliases";

/** A key of the environment's account, by its alias: which key that is, only AWS knows. */
function keyScope(environment: Environment, key: string): Pick<Statement, "Resource" | "Condition"> {
  if (!key.startsWith("alias/")) return { Resource: keyArn(environment, key) };
  return {
    Resource: keyArn(environment, "*"),
    Condition: { "ForAnyValue:StringEquals": { [aliasKey]: key } },
  };
}

/** Every key but that one. In a Deny, ForAllValues also holds for a key without any alias, as it has to. */
function otherKeys(environment: Environment, key: string): Pick<Statement, "Resource" | "NotResource" | "Condition"> {
  if (!key.startsWith("alias/")) return { NotResource: [keyArn(environment, key)] };
  return { Resource: "*", Condition: { "ForAllValues:StringNotEquals": { [aliasKey]: key } } };
}

function keyArn({ region, accountId }: Environment, key: string): string {
  return key.startsWith("arn:") ? key : `arn:${partitionOf(region)}:kms:${region}:${accountId}:key/${key}`;
}
