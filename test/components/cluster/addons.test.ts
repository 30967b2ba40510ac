import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeAddons, pinnedVersions } from "../../../components/cluster/addon-versions";
import { planAddons } from "../../../components/cluster/addons";
import { defaultVersion, endOfStandardSupport } from "../../../components/cluster/kubernetes-versions";
import { ClusterCompute } from "../../../components/cluster/types";

const namesOf = (plan: { name: string }[]) => plan.map(({ name }) => name);

describe("planAddons", () => {
  it("gives managed node groups what nodes need, at the pinned versions", () => {
    expect(planAddons(ClusterCompute.ManagedNodeGroups, "1.35", {})).toEqual(
      Object.entries(pinnedVersions["1.35"])
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, version]) => ({
          name,
          version,
          configurationValues: undefined,
          beforeNodes: ["vpc-cni", "kube-proxy", "eks-pod-identity-agent"].includes(name),
        })),
    );
  });

  it("gives Auto Mode nothing, for it has all of them built in", () => {
    expect(planAddons(ClusterCompute.AutoMode, defaultVersion, {})).toEqual([]);
  });

  it("prefers the version and settings asked for", () => {
    const asked = { coredns: { version: "v1.99.0-eksbuild.1", configurationValues: '{"replicaCount":3}' } };
    const plan = planAddons(ClusterCompute.ManagedNodeGroups, defaultVersion, asked);
    expect(plan.find(({ name }) => name === "coredns")).toMatchObject(asked.coredns);
  });

  it("leaves out what is turned off, and only that", () => {
    fc.assert(
      fc.property(fc.subarray([...nodeAddons]), (off) => {
        const asked = Object.fromEntries(off.map((name) => [name, { enabled: false }]));
        const kept = nodeAddons.filter((name) => !off.includes(name));
        expect(namesOf(planAddons(ClusterCompute.ManagedNodeGroups, defaultVersion, asked))).toEqual([...kept].sort());
      }),
    );
  });
});

describe("pinned versions", () => {
  it("exist for every Kubernetes version and add-on, as EKS writes them", () => {
    expect(Object.keys(pinnedVersions)).toEqual(Object.keys(endOfStandardSupport));
    for (const versions of Object.values(pinnedVersions)) {
      expect(Object.keys(versions).sort()).toEqual([...nodeAddons].sort());
      for (const version of Object.values(versions)) expect(version).toMatch(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
    }
  });

  it("give kube-proxy the Kubernetes version of the cluster, as its version skew demands", () => {
    for (const [version, addons] of Object.entries(pinnedVersions)) {
      expect(addons["kube-proxy"]).toMatch(new RegExp(`^v${version}\\.`));
    }
  });
});
