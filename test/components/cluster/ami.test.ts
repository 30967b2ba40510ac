import { describe, expect, it } from "vitest";
import { amiTypeOf, dataDeviceOf, isGraviton } from "../../../components/cluster/ami";
import { ClusterNodeAmiFamily } from "../../../components/cluster/types";

describe("isGraviton", () => {
  it.each([
    "m7g.large",
    "c7gn.16xlarge",
    "t4g.small",
    "im4gn.large",
    "x2gd.metal",
    "g5g.xlarge",
    "a1.large",
    "r8gd.large",
  ])("knows %s for arm64", (type) => expect(isGraviton(type)).toBe(true));

  it.each(["m7i.large", "g5.xlarge", "gr6.4xlarge", "g6e.xlarge", "c5.metal", "p4de.24xlarge", "u7in-16tb.224xlarge"])(
    "knows %s for x86_64",
    (type) => expect(isGraviton(type)).toBe(false),
  );
});

describe("amiTypeOf", () => {
  it.each([
    [ClusterNodeAmiFamily.AmazonLinux2023, "m7g.large", "AL2023_ARM_64_STANDARD", "/dev/xvda"],
    [ClusterNodeAmiFamily.AmazonLinux2023, "m7i.large", "AL2023_x86_64_STANDARD", "/dev/xvda"],
    [ClusterNodeAmiFamily.Bottlerocket, "m7g.large", "BOTTLEROCKET_ARM_64", "/dev/xvdb"],
    [ClusterNodeAmiFamily.Bottlerocket, "m7i.large", "BOTTLEROCKET_x86_64", "/dev/xvdb"],
  ])("picks %s for %s, and its data volume", (family, type, amiType, device) => {
    expect(amiTypeOf(family, [type])).toBe(amiType);
    expect(dataDeviceOf(family)).toBe(device);
  });
});
