import type { KubernetesVersion } from "./kubernetes-versions";

/** Add-ons that managed node groups need. Auto Mode has all of them built in. */
export const nodeAddons = ["vpc-cni", "kube-proxy", "eks-pod-identity-agent", "coredns", "aws-ebs-csi-driver"] as const;

export type NodeAddon = (typeof nodeAddons)[number];

/**
 * Version of each add-on per Kubernetes version: pinned, because an unpinned add-on changes between two runs of an
 * unchanged program, and is downgraded by force when the two disagree (terraform-aws-eks #2758, #3381).
 *
 * The builds are those of public configurations of running clusters, August to October 2026; of some for 1.35 it is
 * also known that they were AWS's default. Kube-proxy and CoreDNS go with the Kubernetes version, the others are the
 * same for all. Let `aws eks describe-addon-versions --kubernetes-version <version>` confirm them before a real account
 * and when raising one; `addons.<name>.version` overrides it.
 */
export const pinnedVersions: Record<KubernetesVersion, Record<NodeAddon, string>> = {
  "1.34": {
    "vpc-cni": "v1.22.4-eksbuild.3",
    "kube-proxy": "v1.34.6-eksbuild.21",
    coredns: "v1.12.4-eksbuild.29",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
    "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
  },
  "1.35": {
    "vpc-cni": "v1.22.4-eksbuild.3",
    "kube-proxy": "v1.35.3-eksbuild.21",
    coredns: "v1.13.2-eksbuild.21",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
    "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
  },
  "1.36": {
    "vpc-cni": "v1.22.4-eksbuild.3",
    "kube-proxy": "v1.36.0-eksbuild.21",
    coredns: "v1.14.3-eksbuild.16",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
    "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
  },
};

const versions: Record<string, Record<string, string> | undefined> = pinnedVersions;

/** The version pinned for an add-on, or undefined if there is none. */
export function pinnedVersion(kubernetesVersion: string, addon: string): string | undefined {
  return versions[kubernetesVersion]?.[addon];
}
