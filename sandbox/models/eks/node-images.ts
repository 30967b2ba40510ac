/**
 * Images that managed node groups can have: docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html, amiType,
 * as @aws-sdk/client-eks 3.1175.0 lists them.
 */
export const amiTypes = [
  "AL2_x86_64",
  "AL2_x86_64_GPU",
  "AL2_ARM_64",
  "AL2023_x86_64_STANDARD",
  "AL2023_ARM_64_STANDARD",
  "AL2023_x86_64_NEURON",
  "AL2023_x86_64_NVIDIA",
  "AL2023_ARM_64_NVIDIA",
  "BOTTLEROCKET_ARM_64",
  "BOTTLEROCKET_ARM_64_FIPS",
  "BOTTLEROCKET_ARM_64_NVIDIA",
  "BOTTLEROCKET_ARM_64_NVIDIA_FIPS",
  "BOTTLEROCKET_x86_64",
  "BOTTLEROCKET_x86_64_FIPS",
  "BOTTLEROCKET_x86_64_NVIDIA",
  "BOTTLEROCKET_x86_64_NVIDIA_FIPS",
  "WINDOWS_CORE_2019_x86_64",
  "WINDOWS_CORE_2022_x86_64",
  "WINDOWS_CORE_2025_x86_64",
  "WINDOWS_FULL_2019_x86_64",
  "WINDOWS_FULL_2022_x86_64",
  "WINDOWS_FULL_2025_x86_64",
  "CUSTOM",
] as const;

/** The last Kubernetes version with Amazon Linux 2: docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html */
export const lastAmazonLinux2 = "1.32";

/** Whether an instance type has an Arm processor: its family names a Graviton by a `g` after the generation, or is a1. */
export const isArmInstance = (instanceType: string) => /^(a1\.|[a-z]+\d+g)/.test(instanceType);

/** Whether an image is for Arm; undefined for one of the user's own. */
export function isArmImage(amiType: string): boolean | undefined {
  return amiType === "CUSTOM" ? undefined : amiType.includes("ARM_64");
}
