import { InputPropertyError } from "@pulumi/pulumi";

export type OperatingSystem = "AL2" | "AL2023" | "Bottlerocket";
type Architecture = "x86_64" | "arm64";

interface AmiType {
  os: OperatingSystem;
  gpu: boolean;
  architecture: Architecture;
  /** Other names that older versions of the package took. */
  alias?: string;
  /** SSM parameter that holds the id of the newest image for a Kubernetes version. */
  parameter(kubernetesVersion: string): string;
}

const amazonLinux = (path: string) => (version: string) =>
  `/aws/service/eks/optimized-ami/${version}/${path}/recommended/image_id`;
const bottlerocket = (variant: string, architecture: Architecture) => (version: string) =>
  `/aws/service/bottlerocket/aws-k8s-${version}${variant}/${architecture}/latest/image_id`;

function amazonLinuxType(os: OperatingSystem, gpu: boolean, architecture: Architecture, path: string, alias = path) {
  return { os, gpu, architecture, alias, parameter: amazonLinux(path) };
}

function bottlerocketType(gpu: boolean, architecture: Architecture): AmiType {
  return { os: "Bottlerocket", gpu, architecture, parameter: bottlerocket(gpu ? "-nvidia" : "", architecture) };
}

/** The images that EKS publishes, as https://docs.aws.amazon.com/eks/latest/userguide/eks-optimized-amis.html has them. */
const amiTypes: Record<string, AmiType> = {
  AL2_x86_64: amazonLinuxType("AL2", false, "x86_64", "amazon-linux-2"),
  AL2_x86_64_GPU: amazonLinuxType("AL2", true, "x86_64", "amazon-linux-2-gpu"),
  AL2_ARM_64: amazonLinuxType("AL2", false, "arm64", "amazon-linux-2-arm64", "amazon-linux-2-arm"),
  AL2023_x86_64_STANDARD: amazonLinuxType("AL2023", false, "x86_64", "amazon-linux-2023/x86_64/standard"),
  AL2023_ARM_64_STANDARD: amazonLinuxType("AL2023", false, "arm64", "amazon-linux-2023/arm64/standard"),
  AL2023_x86_64_NVIDIA: amazonLinuxType("AL2023", true, "x86_64", "amazon-linux-2023/x86_64/nvidia"),
  BOTTLEROCKET_ARM_64: bottlerocketType(false, "arm64"),
  BOTTLEROCKET_x86_64: bottlerocketType(false, "x86_64"),
  BOTTLEROCKET_ARM_64_NVIDIA: bottlerocketType(true, "arm64"),
  BOTTLEROCKET_x86_64_NVIDIA: bottlerocketType(true, "x86_64"),
};

/** SSM parameter of the newest image of an AMI type. @throws InputPropertyError for a type that EKS has no image of. */
export function imageParameter(amiType: string, kubernetesVersion: string): string {
  return find(amiType).parameter(kubernetesVersion);
}

/** The operating system that the AMI type or the caller names. @throws InputPropertyError where the two disagree. */
export function operatingSystemOf(amiType: string | undefined, asked: OperatingSystem | undefined): OperatingSystem {
  if (!amiType) return asked ?? "AL2023";
  const { os } = find(amiType);
  if (asked && asked !== os) {
    throw new InputPropertyError({ propertyPath: "operatingSystem", reason: `${amiType} is ${os}, not ${asked}` });
  }
  return os;
}

/** The AMI type of nodes of this kind. @throws Error where there is none, InputPropertyError for mixed architectures. */
export function amiTypeOf(
  os: OperatingSystem,
  gpu: boolean,
  instanceTypes: string[],
  propertyPath = "instanceTypes",
): string {
  const architecture = architectureOf(instanceTypes, propertyPath);
  const found = Object.entries(amiTypes).find(
    ([, type]) => type.os === os && type.gpu === gpu && type.architecture === architecture,
  );
  if (!found) throw new Error(`there is no AMI of ${os} for ${architecture} ${gpu ? "with" : "without"} GPU support`);
  return found[0];
}

function find(name: string): AmiType {
  const type = amiTypes[name] ?? Object.values(amiTypes).find(({ alias }) => alias === name);
  if (type) return type;
  const reason = `${name} is no AMI type of ${Object.keys(amiTypes).join(", ")}`;
  throw new InputPropertyError({ propertyPath: "amiType", reason });
}

function architectureOf(instanceTypes: string[], propertyPath: string): Architecture {
  const architectures = new Set(instanceTypes.map((type) => (isGraviton(type, propertyPath) ? "arm64" : "x86_64")));
  if (architectures.size > 1) {
    throw new InputPropertyError({ propertyPath, reason: `${instanceTypes.join(", ")} have different architectures` });
  }
  return architectures.has("arm64") ? "arm64" : "x86_64";
}

/** Whether the letter after the generation says so, as in m7g.large. */
function isGraviton(instanceType: string, propertyPath: string): boolean {
  const match = /([a-z]+)([0-9]+)([a-z])?-?([a-z]+)?\.([a-zA-Z0-9-]+)/.exec(instanceType);
  if (!match) throw new InputPropertyError({ propertyPath, reason: `${instanceType} is no EC2 instance type` });
  return match[3] === "g";
}
