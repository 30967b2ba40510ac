import { readFileSync } from "node:fs";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { childrenOf, EksEngine, sorted, surroundings } from "../support/eks-program";

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
    const principalArn = new aws.iam.Role("admin", { assumeRolePolicy: "{}" }, { provider: options.providers.aws }).arn;
    const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
    const accessPolicies = { admin: { policyArn, accessScope: { type: "cluster" } } };
    cluster({ autoMode: { enabled: true }, accessEntries: { admin: { principalArn, accessPolicies } } });
    return {};
  },
  managed: () => {
    const { cluster, options, subnetIds } = surroundings();
    const nodeRole = new aws.iam.Role("node", { assumeRolePolicy: "{}" }, { provider: options.providers.aws });
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
});
