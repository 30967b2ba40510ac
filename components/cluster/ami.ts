import { ClusterNodeAmiFamily } from "./types";

/**
 * Whether an instance type is arm64, from its name: a `g` first after the generation means Graviton (m7g, c7gn,
 * im4gn), and a1 was the first. Source: docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html.
 */
export function isGraviton(instanceType: string): boolean {
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);
}

/** AMI types as EKS names them: docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html, amiType. */
const amiTypes: Record<ClusterNodeAmiFamily, { arm64: string; x86_64: string }> = {
  [ClusterNodeAmiFamily.AmazonLinux2023]: { arm64: "AL2023_ARM_64_STANDARD", x86_64: "AL2023_x86_64_STANDARD" },
  [ClusterNodeAmiFamily.Bottlerocket]: { arm64: "BOTTLEROCKET_ARM_64", x86_64: "BOTTLEROCKET_x86_64" },
};

/** Volume with images, logs and empty directories: Bottlerocket keeps its read-only system on a volume of its own. */
const dataDevices: Record<ClusterNodeAmiFamily, string> = {
  [ClusterNodeAmiFamily.AmazonLinux2023]: "/dev/xvda",
  [ClusterNodeAmiFamily.Bottlerocket]: "/dev/xvdb",
};

export function amiTypeOf(family: ClusterNodeAmiFamily, instanceTypes: string[]): string {
  return amiTypes[family][instanceTypes.some(isGraviton) ? "arm64" : "x86_64"];
}

export function dataDeviceOf(family: ClusterNodeAmiFamily): string {
  return dataDevices[family];
}
