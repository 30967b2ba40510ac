import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const iam = (code: string, name: string, value: number, maximum?: number): Quota => ({
  service: "iam",
  code,
  name,
  value,
  adjustable: maximum !== undefined,
  ...(maximum !== undefined && { maximum }),
  source: page,
  date: "2026-11-24",
});

/**
 * Quotas of IAM, per account unless the name says otherwise; sizes in characters, white space not counted.
 *
 * Defaults and the most that is granted of those with a code in Service Quotas are from Service Quotas' own list and
 * this page as two public copies hold them.
 */
export const iamQuotas = {
  roles: iam("L-FE177D64", "Roles per account", 1000, 10_000),
  policies: iam("L-E95E4862", "Customer managed policies per account", 1500, 10_000),
  instanceProfiles: iam("L-6E65F664", "Instance profiles per account", 1000, 10_000),
  openIdConnectProviders: iam("L-858F3967", "OpenId connect providers per account", 100, 700),
  policiesPerRole: iam("L-0DA4ABF3", "Managed policies per role", 20, 25),
  trustPolicySize: iam("L-C07B4B0D", "Role trust policy length", 2048, 8192),
  managedPolicySize: iam("managed-policy-size", "Characters in a managed policy", 6144),
  inlinePoliciesSize: iam("inline-policies-size", "Characters in all inline policies of a role", 10_240),
  clientIdsPerProvider: iam("client-ids-per-provider", "Client IDs per OpenID Connect provider", 100),
};
