import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html";
const organizations = (code: string, name: string, value: number): Quota => ({
  service: "organizations",
  code,
  name,
  value,
  adjustable: false,
  source: page,
  date: "2026-11-24",
});

/** Policy types that have quotas here, in the words of the API. */
export type QuotedPolicyType =
  | "SERVICE_CONTROL_POLICY"
  | "RESOURCE_CONTROL_POLICY"
  | "TAG_POLICY"
  | "BACKUP_POLICY"
  | "AISERVICES_OPT_OUT_POLICY";

interface PolicyQuotas {
  /** Policies of the type in an organization. */
  count: Quota;
  /** Characters of a document, white space included. */
  size: Quota;
  /** Policies of the type attached to one root, OU or account. */
  attached: Quota;
}

function policyQuotas(code: string, name: string, count: number, size: number, attached: number): PolicyQuotas {
  return {
    count: organizations(`${code}-count`, `${name} policies in an organization`, count),
    size: organizations(`${code}-size`, `Size of a ${name} policy`, size),
    attached: organizations(`${code}-attached`, `${name} policies attached to a root, OU or account`, attached),
  };
}

/**
 * By policy type. Service control policies have had 10,240 characters and 10 attachments since 15 May 2026; the copies
 * of AWS's page that we could read state 5,120 and 5, reports of its announcement the newer figures.
 */
export const policyTypeQuotas: Readonly<Record<QuotedPolicyType, PolicyQuotas>> = {
  SERVICE_CONTROL_POLICY: policyQuotas("scp", "Service control", 10_000, 10_240, 10),
  RESOURCE_CONTROL_POLICY: policyQuotas("rcp", "Resource control", 1000, 5120, 5),
  TAG_POLICY: policyQuotas("tag", "Tag", 1000, 10_000, 10),
  BACKUP_POLICY: policyQuotas("backup", "Backup", 1000, 10_000, 10),
  AISERVICES_OPT_OUT_POLICY: policyQuotas("ai-opt-out", "AI services opt-out", 1000, 2500, 5),
};

/**
 * Quotas of AWS Organizations, one organization each. Only that of accounts is listed in Service Quotas under a code
 * that we know.
 */
export const organizationsQuotas = {
  accounts: {
    ...organizations("L-E619E033", "Default maximum number of accounts", 10),
    adjustable: true,
    maximum: 50_000,
  },
  organizationalUnits: organizations("ou-count", "OUs in an organization", 2000),
  depth: organizations("ou-depth", "Levels of OUs below the root", 5),
};
