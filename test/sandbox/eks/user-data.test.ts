import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterDnsIp } from "../../../sandbox/eks/bottlerocket";
import { type NodeSettings, userData } from "../../../sandbox/eks/user-data";

const cluster = {
  name: "dev",
  apiServerEndpoint: "https://dev.example.com",
  certificateAuthority: "Y2E=",
  serviceCidr: "10.100.0.0/16",
};

function settings(given: Partial<NodeSettings>): NodeSettings {
  return {
    labels: undefined,
    taints: undefined,
    bottlerocketSettings: undefined,
    bootstrapExtraArgs: undefined,
    kubeletExtraArgs: undefined,
    nodeadmExtraOptions: undefined,
    script: "managed",
    ...given,
  };
}

const labelled = settings({
  labels: { tier: "web" },
  taints: [
    { key: "gpu", effect: "NoSchedule" },
    { key: "team", value: "a", effect: "NoExecute" },
  ],
});

describe("userData", () => {
  it("gives kubelet the labels and taints on Amazon Linux", () => {
    const flags = "--node-labels=tier=web --register-with-taints=gpu:NoSchedule,team=a:NoExecute";
    expect(userData("AL2", cluster, labelled)).toContain(`"dev" --kubelet-extra-args '${flags}'`);
    for (const flag of flags.split(" ")) expect(userData("AL2023", cluster, labelled)).toContain(`- '${flag}'\n`);
  });

  it("writes Bottlerocket's settings as sorted TOML, the caller's over the cluster's", () => {
    const bottlerocketSettings = { settings: { kubernetes: { "cluster-name": "mine", "max-pods": 1500 } } };
    expect(userData("Bottlerocket", cluster, { ...labelled, bottlerocketSettings })).toMatchSnapshot();
  });

  it.each([
    ["AL2", { bottlerocketSettings: {} }],
    ["AL2023", { bootstrapExtraArgs: "--x" }],
    ["Bottlerocket", { kubeletExtraArgs: "--x" }],
    ["Bottlerocket", { script: { name: "g", content: "#!/bin/sh" } }],
  ] as const)("refuses what %s cannot do: %j", (os, given) => {
    expect(() => userData(os, cluster, settings(given))).toThrow(os);
  });
});

describe("clusterDnsIp", () => {
  it("is the tenth address of the range", () => {
    expect(clusterDnsIp("172.20.0.0/16")).toBe("172.20.0.10");
    expect(clusterDnsIp("fd30:1c53:5f8a::/108")).toBe("fd30:1c53:5f8a::a");
    expect(() => clusterDnsIp("nonsense")).toThrow();
  });

  it("does not depend on the host bits", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, octet, (a, b, c, d) => {
        expect(clusterDnsIp(`${a}.${b}.${c}.${d}/16`)).toBe(`${a}.${b}.0.10`);
      }),
    );
  });
});
