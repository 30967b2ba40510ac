import type { Step } from "../../model/step";
import type { Found, Judge } from "../judge";
import { openingTypes } from "../network/openings";
import type { RiskId } from "../table";
import { attachmentTypes } from "./attached";
import { documents } from "./documents";
import { eksTypes } from "./eks";
import { statementTypes } from "./given";
import { mayGive } from "./types";

/** Things that give access by being there. */
const given: Readonly<Record<string, { readonly id: RiskId; readonly says: string; readonly on: readonly string[] }>> =
  {
    "aws:iam/accessKey:AccessKey": {
      id: "access-key-made",
      says: "is a key for which nobody has to log in again",
      on: [],
    },
    "aws:iam/serviceSpecificCredential:ServiceSpecificCredential": {
      id: "access-key-made",
      says: "is a password for a service",
      on: [],
    },
    "aws:iam/userLoginProfile:UserLoginProfile": {
      id: "access-key-made",
      says: "lets a user log in with a password",
      on: [],
    },
    "aws:iam/signingCertificate:SigningCertificate": {
      id: "access-key-made",
      says: "is a certificate for which nobody has to log in",
      on: ["certificateBody"],
    },
    "aws:iam/sshKey:SshKey": { id: "access-key-made", says: "is a key for repositories", on: ["publicKey"] },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
      id: "access-federated",
      says: "lets identities of another provider take roles that trust it",
      on: ["url", "clientIdLists"],
    },
    "aws:iam/samlProvider:SamlProvider": {
      id: "access-federated",
      says: "lets identities of another provider take roles that trust it",
      on: ["samlMetadataDocument"],
    },
    "aws:iam/userGroupMembership:UserGroupMembership": {
      id: "access-given",
      says: "puts a user into groups",
      on: ["groups"],
    },
    "aws:iam/groupMembership:GroupMembership": { id: "access-given", says: "puts users into a group", on: ["users"] },
    "aws:ec2/keyPair:KeyPair": { id: "access-given", says: "is a key to log in to machines", on: ["publicKey"] },
  };

/** Access by things that are there, and of types that nothing here can judge. */
export const furtherAccess: Judge = (step) => {
  const known = given[step.type];
  if (known === undefined) return unjudged(step);
  const { id, says, on } = known;
  if (step.op === "delete")
    return [{ id: "access-narrowed", summary: `${step.name} is deleted: it gives nothing any more` }];
  const properties = step.diff.map(({ path }) => path).filter((path) => on.some((one) => path.startsWith(one)));
  if (step.op === "update" && properties.length === 0) return [];
  return [{ id, summary: `${step.name} ${says}`, properties }];
};

const judged = new Set([
  ...Object.keys(documents),
  ...attachmentTypes,
  ...statementTypes,
  ...eksTypes,
  ...openingTypes,
]);
const judgedElsewhere = /^(aws:s3\/bucket(Acl|AclV2|PublicAccessBlock):|kubernetes:rbac\.authorization\.k8s\.io\/)/;

function unjudged({ type, op, name, diff }: Step): Found[] {
  if (op === "delete" || !mayGive(type) || judged.has(type) || judgedElsewhere.test(type)) return [];
  const properties = diff.map(({ path }) => path).filter((path) => !/^tags/.test(path));
  if (properties.length === 0) return [];
  return [{ id: "access-not-judged", summary: `what ${name} gives is not judged: no judge knows ${type}`, properties }];
}
