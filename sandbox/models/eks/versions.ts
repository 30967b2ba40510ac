import { endOfStandardSupport } from "../../../components/cluster/kubernetes-versions";

/**
 * Kubernetes versions that EKS offers under extended support.
 *
 * Source: aws-samples.github.io/sample-apex-skills, cluster lifecycle, of 2026-04-24: extended support of 1.31 ends on
 * 2026-11-26, standard support of 1.32 and 1.33 in March and July 2026.
 */
export const extendedVersions: readonly string[] = ["1.31", "1.32", "1.33"];

/** Kubernetes versions that EKS makes clusters of, oldest first. */
export const eksVersions: readonly string[] = [...extendedVersions, ...Object.keys(endOfStandardSupport)];

/** The minor number of a version, e.g. 34 of 1.34. */
export const minorOf = (version: string) => Number(version.split(".")[1]);

/** Minor versions that nodes may be behind their control plane (kubernetes.io/releases/version-skew-policy). */
export const nodeSkew = 3;
