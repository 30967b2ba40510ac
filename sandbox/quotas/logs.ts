import type { Quota } from "./quota";

const page = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html";
const logs = (code: string, name: string, value: number, source = page): Quota => ({
  service: "logs",
  code,
  name,
  value,
  adjustable: false,
  source,
  date: "2026-11-24",
});

/** Quotas of CloudWatch Logs, per account and Region. */
export const logsQuotas = {
  groups: logs("log-groups", "Log groups", 1_000_000),
  resourcePolicies: logs("resource-policies", "Resource policies", 10),
};
