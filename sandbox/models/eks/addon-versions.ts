import { pinnedVersion } from "../../../components/cluster/addon-versions";
import { eksVersions, minorOf, nodeSkew } from "./versions";

/**
 * Add-ons that EKS offers, apart from those of vendors.
 *
 * Sources: docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html and community-addons.html.
 */
const addons: readonly string[] = [
  "adot",
  "amazon-cloudwatch-observability",
  "aws-ebs-csi-driver",
  "aws-efs-csi-driver",
  "aws-fsx-csi-driver",
  "aws-guardduty-agent",
  "aws-mountpoint-s3-csi-driver",
  "aws-network-flow-monitoring-agent",
  "cert-manager",
  "coredns",
  "eks-node-monitoring-agent",
  "eks-pod-identity-agent",
  "external-dns",
  "fluent-bit",
  "kube-proxy",
  "kube-state-metrics",
  "metrics-server",
  "prometheus-node-exporter",
  "snapshot-controller",
  "vpc-cni",
];

/**
 * Whether EKS may have an add-on of that name: those above; a vendor's, whose names hold an underscore; and newer ones of
 * AWS, whose names begin as the ones that there are.
 */
export function isAddon(name: string): boolean {
  return addons.includes(name) || name.includes("_") || /^(amazon|aws|eks)-/.test(name);
}

/** The version that EKS takes where none is asked for; of what is not pinned, a made-up one in the right form. */
export function defaultAddonVersion(kubernetesVersion: string, addonName: string): string {
  return pinnedVersion(kubernetesVersion, addonName) ?? "v1.0.0-eksbuild.1";
}

/**
 * Whether a version of an add-on can run on a Kubernetes version.
 *
 * Kube-proxy goes with Kubernetes: no newer than the control plane, and at most three minor versions older
 * (kubernetes.io/releases/version-skew-policy). Of the other add-ons no complete list is public: `aws eks
 * describe-addon-versions` answers an account only, and a version that is known for one Kubernetes version may be for
 * others as well. So all of theirs are taken.
 */
export function fits(addonName: string, version: string, kubernetesVersion: string): boolean {
  if (addonName !== "kube-proxy") return true;
  const minor = /^v1\.(\d+)\./.exec(version)?.[1];
  if (minor === undefined || !eksVersions.includes(kubernetesVersion)) return true;
  const behind = minorOf(kubernetesVersion) - Number(minor);
  return behind >= 0 && behind <= nodeSkew;
}
