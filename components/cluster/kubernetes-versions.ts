/**
 * Kubernetes versions, with the day that their standard support by EKS ends.
 *
 * Clusters have the STANDARD upgrade policy: at the end of standard support EKS
 * upgrades them by itself instead of charging for extended support, so upgrade before.
 *
 * 1.34: the sources of AWS's EKS user guide. 1.35: aws-samples.github.io/sample-apex-skills, cluster lifecycle, of
 * 2026-04-24. 1.36: secondary sources that quote AWS. `aws eks describe-cluster-versions` prints all three: ask it
 * before relying on the dates of 1.35 and 1.36; or see the release calendar in
 * docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html.
 */
export const endOfStandardSupport = {
  "1.34": "2026-12-02",
  "1.35": "2027-03-27",
  "1.36": "2027-08-02",
} as const;

export type KubernetesVersion = keyof typeof endOfStandardSupport;

/** The version of a cluster that asks for none. Changing it upgrades such clusters: a note in the changelog each time. */
export const defaultVersion: KubernetesVersion = "1.36";

const oldestMinor = 34;

/** Whether EKS has `version` under standard support, as far as is known here; newer ones count, for they will come. */
export function isSupportedVersion(version: string): boolean {
  const minor = /^1\.(\d{2})$/.exec(version)?.[1];
  return minor !== undefined && Number(minor) >= oldestMinor;
}
