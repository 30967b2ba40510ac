import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it, vi } from "vitest";
import { listEnvironments, loadEnvironment } from "../../stacks/environment";
import { type LayerName, layers, stackName } from "../../stacks/layers";
import { runLayer } from "../../stacks/program";
import { clusterOutputs } from "../support/cluster-outputs";
import { counts, inventory, onDefaultProvider, settled, startMocks, valueOf } from "../support/harness";
import { acceptTransforms } from "../support/transforms";

/** Runs a layer on mocks as in a first `up`; answers with what it publishes. */
async function apply(environment: string, layer: LayerName, upstream = {}): Promise<Record<string, unknown>> {
  const published =
    Object.keys(upstream).length === 0 ? {} : { [stackName(environment, "network")]: { outputs: upstream } };
  const { accountId: account, region } = loadEnvironment(environment);
  await startMocks({ outputs: clusterOutputs, published, cloud: { account, region } });
  acceptTransforms();
  const outputs = await runLayer(stackName(environment, layer));
  await settled();
  return valueOf(pulumi.output(outputs)) as Promise<Record<string, unknown>>;
}

describe.each(listEnvironments())("the layers of %s", (environment) => {
  it("publish their contracts and put nothing on a default provider", async () => {
    const network = await apply(environment, "network");
    expect(layers.network.contract.parse(network)).toEqual(network);
    expect(onDefaultProvider()).toEqual([]);
    expect(counts()).toMatchSnapshot("network");

    const cluster = await apply(environment, "cluster", network);
    expect(layers.cluster.contract.parse(cluster)).toEqual(cluster);
    expect(onDefaultProvider()).toEqual([]);
    expect(counts()).toMatchSnapshot("cluster");
  });
});

describe("a layer", () => {
  it("tags all it makes and refuses other accounts, by its provider", async () => {
    await apply("prod", "network");
    const { defaultTags, ...provider } = inventory()["pulumi:providers:aws::prod"] ?? {};
    expect(provider).toMatchObject({ region: "eu-central-1", allowedAccountIds: '["777788889999"]' });
    expect(JSON.parse(String(defaultTags))).toEqual({
      tags: {
        owner: "platform-team",
        "cost-center": "3000",
        "data-classification": "confidential",
        environment: "prod",
        "managed-by": "foundation",
      },
    });
  });

  it("lets the role that applies it into the cluster", async () => {
    await apply("dev", "cluster", await apply("dev", "network"));
    expect(inventory()["aws:eks/accessEntry:AccessEntry::dev-deploy-role"]).toMatchObject({
      principalArn: "arn:aws:iam::111122223333:role/foundation-deploy",
    });
  });

  it("can be planned before what it reads from exists", async () => {
    await startMocks({ preview: true, outputs: clusterOutputs, cloud: { account: "444455556666" } });
    acceptTransforms();
    const info = vi.spyOn(pulumi.log, "info").mockResolvedValue();
    await runLayer("staging-cluster");
    await settled();
    expect(counts()).toMatchObject({ "aws:eks/nodeGroup:NodeGroup": 2, "eks:index:Cluster": 1 });
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });
});

describe("a program that cannot run", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("fails without a stack trace on a stack that there is none of", async () => {
    const failure = await runLayer("qa-network").catch((error: unknown) => error);
    expect(pulumi.RunError.isInstance(failure)).toBe(true);
    expect(failure).toMatchObject({ stack: undefined, cause: expect.any(Error) });
    expect(String(failure)).toContain('unknown stack "qa-network"; the stacks are dev-network');
  });

  it("fails without a stack trace on a mistake in the environment file", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "environments-"));
    writeFileSync(path.join(dir, "qa.yaml"), "region: eu\n");
    vi.stubEnv("FOUNDATION_ENVIRONMENTS", dir);
    const failure = await runLayer("qa-network").catch((error: unknown) => error);
    rmSync(dir, { recursive: true });
    expect(failure).toMatchObject({ stack: undefined });
    expect(String(failure)).toContain('region: "eu" must be an AWS region, e.g. eu-west-1');
  });
});
