import { endOfStandardSupport } from "../../../components/cluster/kubernetes-versions";

/**
 * Kubernetes versions that EKS offers under extended support.
 *
 * Source: docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html, read 2026-11-23.
 */
const extended = ["1.31", "1.32", "1.33"];

/** Kubernetes versions that EKS makes clusters of, oldest first. */
export const eksVersions: readonly string[] = [...extended, ...Object.keys(endOfStandardSupport)];

/** The minor number of a version, e.g. 34 of 1.34. */
export const minorOf = (version: string) => Number(version.split(".")[1]);
