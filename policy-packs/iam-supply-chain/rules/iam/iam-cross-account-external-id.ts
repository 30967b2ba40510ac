import { z } from "zod";
import { documentOf, forEachTrusted, requirementsOf } from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";

/** Conditions that keep others from having a trusted account take the role for them. */
const safeguards = [
  "sts:externalid",
  "aws:multifactorauthpresent",
  "aws:multifactorauthage",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalarn",
];

/** An account that is trusted takes a role only on behalf of who it says. */
export const iamCrossAccountExternalId = resourceRule({
  name: "iam-cross-account-external-id",
  title: "A role that another account may take asks for an external id, MFA, or the organisation.",
  severity: "high",
  types: ["aws:iam/role:Role"],
  parameters: z.object({
    ownAccounts: z
      .array(z.string())
      .default([])
      .describe("Numbers of the accounts that are one's own; without any, principals pass that name a role or user."),
  }),
  controls: {},
  remediationSteps:
    "Add a condition on sts:ExternalId for a vendor, aws:MultiFactorAuthPresent for people, or aws:PrincipalOrgID for one's own accounts.",
  docs: {
    why: "A vendor's other customers get the vendor to act in this account: all they need is the role's ARN.",
    good: {
      "aws:iam/role:Role": {
        assumeRolePolicy: documentOf({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": "b1f5" } },
        }),
      },
    },
  },
  check({ props: { assumeRolePolicy } }, report, { ownAccounts }) {
    forEachTrusted(assumeRolePolicy, (statement, principals, where) => {
      const required = requirementsOf(statement);
      const isSafe = safeguards.some((key) => required.get(key)?.every(isMet));
      if (!isSafe && principals.some((principal) => isForeign(principal, ownAccounts))) {
        report(
          `${where} trusts another account: require sts:ExternalId, aws:MultiFactorAuthPresent or aws:PrincipalOrgID`,
        );
      }
    });
  },
});

/** Neither empty, nor anything there is, nor that there be no MFA. */
const isMet = (value: string): boolean => !/^(|\*+|false)$/i.test(value);

function isForeign(principal: string, ownAccounts: readonly string[]): boolean {
  const [, account, kind] = /^(?:arn:aws[^:]*:(?:iam|sts)::)?(\d{12})(?::(.*))?$/.exec(principal) ?? [];
  if (account === undefined || ownAccounts.includes(account)) return false;
  return ownAccounts.length > 0 || kind === undefined || kind === "root";
}
