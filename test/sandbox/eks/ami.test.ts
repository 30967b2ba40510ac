import { describe, expect, it } from "vitest";
import { amiTypeOf, imageParameter, operatingSystemOf } from "../../../sandbox/eks/ami";

describe("AMI types", () => {
  it("follow from system, GPU and the instance types' architecture", () => {
    expect(amiTypeOf("AL2023", false, ["m7g.large", "c6gn.xlarge"])).toBe("AL2023_ARM_64_STANDARD");
    expect(amiTypeOf("AL2023", true, ["g5.xlarge"])).toBe("AL2023_x86_64_NVIDIA");
    expect(amiTypeOf("Bottlerocket", false, [])).toBe("BOTTLEROCKET_x86_64");
  });

  it("refuse architectures that do not mix, and images that are not made", () => {
    expect(() => amiTypeOf("AL2023", false, ["m7g.large", "m7i.large"])).toThrow(/different architectures/);
    expect(() => amiTypeOf("AL2023", false, ["large"])).toThrow(/no EC2 instance type/);
    expect(() => amiTypeOf("AL2", true, ["m7g.large"])).toThrow(/no AMI of AL2/);
  });

  it("name the parameter with the newest image, by their old names too", () => {
    const parameter = "/aws/service/eks/optimized-ami/1.34/amazon-linux-2-arm64/recommended/image_id";
    expect(imageParameter("AL2_ARM_64", "1.34")).toBe(parameter);
    expect(imageParameter("amazon-linux-2-arm", "1.34")).toBe(parameter);
    expect(imageParameter("BOTTLEROCKET_ARM_64_NVIDIA", "1.34")).toBe(
      "/aws/service/bottlerocket/aws-k8s-1.34-nvidia/arm64/latest/image_id",
    );
  });

  it("decide the operating system, unless it is asked for otherwise", () => {
    expect(operatingSystemOf(undefined, undefined)).toBe("AL2023");
    expect(operatingSystemOf("BOTTLEROCKET_ARM_64", undefined)).toBe("Bottlerocket");
    expect(() => operatingSystemOf("AL2_ARM_64", "Bottlerocket")).toThrow();
  });
});
