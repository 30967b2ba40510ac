/**
 * The days on which standard support ends, after which AWS charges for extended support, by engine and version.
 *
 * EKS: endoflife.date/amazon-eks of February 2026, which reads AWS's release calendar; 1.36 as in
 * components/cluster/kubernetes-versions.ts. RDS for MySQL: endoflife.date/amazon-rds-mysql, which reads AWS's release
 * calendar. Aurora, and PostgreSQL 11: github.com/aws-samples/rds-extended-support-cost-estimator; PostgreSQL 12 and 13:
 * secondary sources, which differ by weeks and are all past. `aws rds describe-db-major-engine-versions` and
 * `aws eks describe-cluster-versions` print the dates in force.
 */
const endOfStandardSupport: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  eks: {
    "1.29": "2025-03-23",
    "1.30": "2025-07-23",
    "1.31": "2025-11-26",
    "1.32": "2026-03-23",
    "1.33": "2026-07-29",
    "1.34": "2026-12-02",
    "1.35": "2027-03-27",
    "1.36": "2027-08-02",
  },
  mysql: { "5.7": "2024-02-29", "8.0": "2026-07-31", "8.4": "2029-07-31" },
  postgres: { "11": "2024-02-29", "12": "2025-02-28", "13": "2026-02-28" },
  "aurora-mysql": { "5.7": "2024-10-31" },
  "aurora-postgresql": { "11": "2024-02-29", "12": "2025-02-28", "13": "2026-02-28" },
};

/**
 * The last day of standard support of `version`, e.g. `13.4` of `postgres`; undefined where it is not known, as of a version
 * that is newer than the table.
 */
export function lastDayOfStandardSupport(engine: string, version: string): string | undefined {
  const days = endOfStandardSupport[engine] ?? {};
  const major = Object.keys(days).find((one) => version === one || version.startsWith(`${one}.`));
  return major === undefined ? undefined : days[major];
}

/** Today, e.g. `2026-11-25`. */
export const today = (): string => new Date().toISOString().slice(0, 10);
