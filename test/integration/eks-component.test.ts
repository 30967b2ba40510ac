import { readFileSync } from "node:fs";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import type * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { childrenOf, EksEngine, sorted, surroundings } from "../support/eks-program";
import { trustPolicy } from "../support/models";

const child = z.object({
  type: z.string(),
  name: z.string(),
  parentType: z.string(),
  parent: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});
const recording = z
  .object({ cases: z.record(z.string(), z.object({ resources: z.array(child) })) })
  .parse(JSON.parse(readFileSync(path.join(__dirname, "../sandbox/eks/recorded-children.json"), "utf8")));

/** The recorded programs, as the recording describes them. */
const programs: Record<string, () => Record<string, unknown>> = {
  auto: () => {
    surroundings().cluster({ autoMode: { enabled: true } });
    return {};
  },
  autoNoPools: () => {
    const autoMode = { enabled: true, createNodeRole: false, computeConfig: { nodePools: [] } };
    surroundings().cluster({ autoMode });
    return {};
  },
  autoAccess: () => {
    const { cluster, options } = surroundings();
    const principalArn = new aws.iam.Role(
      "admin",
      { assumeRolePolicy: trustPolicy() },
      { provider: options.providers.aws },
    ).arn;
    const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
    const accessPolicies = { admin: { policyArn, accessScope: { type: "cluster" } } };
    cluster({ autoMode: { enabled: true }, accessEntries: { admin: { principalArn, accessPolicies } } });
    return {};
  },
  managed: () => {
    const { cluster, options, subnetIds } = surroundings();
    const nodeRole = new aws.iam.Role("node", { assumeRolePolicy: trustPolicy() }, { provider: options.providers.aws });
    new eks.ManagedNodeGroup(
      "general",
      {
        cluster: cluster({ skipDefaultNodeGroup: true, createOidcProvider: false }),
        nodeRole,
        instanceTypes: ["m7g.large"],
        subnetIds,
        scalingConfig: { desiredSize: 2, minSize: 2, maxSize: 6 },
      },
      options,
    );
    return {};
  },
  addon: () => {
    const { cluster, options } = surroundings();
    new eks.Addon(
      "pod-identity",
      {
        cluster: cluster({ autoMode: { enabled: true } }),
        addonName: "eks-pod-identity-agent",
        addonVersion: "v1.3.8-eksbuild.2",
      },
      options,
    );
    return {};
  },
};

describe("the eks stand-in on the real engine", () => {
  let engine: EksEngine;
  beforeAll(async () => {
    engine = await EksEngine.start();
  });
  afterAll(() => engine?.stop());

  it.each(Object.entries(recording.cases))(
    "registers what the real plugin registers for %s",
    async (name, { resources }) => {
      const program = programs[name];
      if (program === undefined) throw new Error(`no program for the recorded case ${name}`);
      const stack = await engine.stack(name, program);
      await stack.up();
      expect(await childrenOf(stack)).toEqual(sorted(resources));
    },
  );

  it("previews the same children while what they depend on is unknown", async () => {
    const stack = await engine.stack("preview", () => {
      const { cluster, options } = surroundings();
      const role = new aws.iam.Role("role", { assumeRolePolicy: trustPolicy() }, { provider: options.providers.aws });
      const accessPolicies = { view: role.arn.apply((policyArn) => ({ policyArn, accessScope: { type: "cluster" } })) };
      cluster({
        autoMode: { enabled: true },
        createOidcProvider: role.arn.apply(() => true),
        clusterTags: { owner: role.name },
        accessEntries: { reader: { principalArn: role.arn, accessPolicies } },
      });
      return {};
    });
    const { changeSummary } = await stack.preview();
    await stack.up();
    const children = await childrenOf(stack);
    const names = children.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["main-oidcProvider", "main-reader", "main-reader-view"]));
    const { summary } = await stack.up();
    expect(summary.resourceChanges).toEqual({ same: changeSummary.create });
  });

  it("lets a transform of the program change a child", async () => {
    const stack = await engine.stack("transform", () => {
      const withoutCreator: pulumi.ResourceTransform = ({ type, props, opts }) => {
        if (type !== "aws:eks/cluster:Cluster") return undefined;
        const accessConfig = { ...props.accessConfig, bootstrapClusterCreatorAdminPermissions: false };
        return { props: { ...props, accessConfig }, opts };
      };
      const { cluster } = surroundings();
      const { eksCluster, kubeconfigJson } = cluster({ autoMode: { enabled: true } }, { transforms: [withoutCreator] });
      return { arn: eksCluster.arn, kubeconfigJson };
    });
    const { outputs } = await stack.up();
    const created = (await childrenOf(stack)).find(({ name }) => name === "main-eksCluster");
    expect(created?.inputs.accessConfig).toEqual({
      authenticationMode: "API",
      bootstrapClusterCreatorAdminPermissions: false,
    });
    expect(outputs.arn?.value).toBe("arn:aws:eks:us-west-2:123456789012:Cluster/main-eksCluster");
    expect(JSON.parse(outputs.kubeconfigJson?.value).clusters[0].cluster.server).toBe("https://cluster.example.com");
  });

  it("protects the children of a protected cluster", async () => {
    const stack = await engine.stack("protected", () => {
      surroundings().cluster({ autoMode: { enabled: true } }, { protect: true });
      return {};
    });
    await stack.up();
    const { deployment } = await stack.exportStack();
    const resources: { urn: string; protect?: boolean }[] = deployment.resources;
    const unprotected = resources.filter(({ urn, protect }) => urn.includes("eks:index:Cluster") && !protect);
    expect(unprotected).toEqual([]);
  });

  it("keeps two engines at the same time apart, and a failing one from the others", async () => {
    const auto = await engine.stack("first", programs.auto ?? fail);
    const managed = await engine.stack("second", programs.managed ?? fail);
    const [failure] = await Promise.all([engine.apart("eks-apart.ts"), auto.up(), managed.up()]);
    expect(failure).toContain("the cloud refused it");
    const names = (children: { name: string }[]) => children.map(({ name }) => name);
    expect(names(await childrenOf(auto))).toEqual(names(sorted(recording.cases.auto?.resources ?? [])));
    expect(names(await childrenOf(managed))).toEqual(names(sorted(recording.cases.managed?.resources ?? [])));
  });

  it.each([
    ["Fargate", () => surroundings().cluster({ fargate: true })],
    ["a node group in CloudFormation", () => new eks.NodeGroup("g", { cluster: surroundings().cluster({}) })],
  ])("refuses %s by name", async (_what, make) => {
    const stack = await engine.stack("refused", () => {
      make();
      return {};
    });
    await expect(stack.preview()).rejects.toThrow(/the sandbox does not simulate (fargate|eks:index:NodeGroup) /);
  });
});

function fail(): never {
  throw new Error("the program is missing");
}
