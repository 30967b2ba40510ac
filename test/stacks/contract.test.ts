import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { ContractError, decidedLater, readContract, withPredictions } from "../../stacks/contract";
import { startMocks, valueOf } from "../support/harness";

const zones = ["eu-west-1a", "eu-west-1b"];
const outputs = {
  vpcId: "vpc-0a1b2c3d",
  privateSubnetIds: { "eu-west-1a": "subnet-0a", "eu-west-1b": "subnet-0b", "eu-west-1c": "subnet-0c" },
};

const read = () => readContract("dev", { layer: "network", fields: ["vpcId", "privateSubnetIds"], keys: zones });

/** Which promises tell whether an Output is known and secret. */
async function nature(output: pulumi.Output<unknown>): Promise<string> {
  const { isKnown, isSecret } = output as unknown as { isKnown: Promise<boolean>; isSecret: Promise<boolean> };
  return [(await isKnown) ? "known" : "unknown", (await isSecret) ? "secret" : "open"].join(" ");
}

describe("a contract", () => {
  it("is read as it is published, with the keys asked for", async () => {
    await startMocks({ published: { "dev-network": { outputs } } });
    const network = await read();
    expect(await valueOf(network.vpcId)).toBe("vpc-0a1b2c3d");
    expect(Object.keys(network.privateSubnetIds)).toEqual(zones);
    expect(await valueOf(pulumi.all(Object.values(network.privateSubnetIds)))).toEqual(["subnet-0a", "subnet-0b"]);
  });

  it("keeps what is secret secret", async () => {
    await startMocks({ published: { "dev-network": { outputs, secretOutputNames: ["privateSubnetIds"] } } });
    const network = await read();
    expect(await nature(network.vpcId)).toBe("known open");
    expect(await Promise.all(Object.values(network.privateSubnetIds).map(nature))).toEqual([
      "known secret",
      "known secret",
    ]);
  });

  it.each([
    ["a stack that does not exist", {}],
    ["a stack that was never applied", { "dev-network": { outputs: {} } }],
  ])("is unknown in a preview for %s, which says so once", async (_what, published) => {
    await startMocks({ preview: true, published });
    const info = vi.spyOn(pulumi.log, "info").mockResolvedValue();
    const network = await read();
    expect(await nature(network.vpcId)).toBe("unknown open");
    expect(Object.keys(network.privateSubnetIds)).toEqual(zones);
    expect(await Promise.all(Object.values(network.privateSubnetIds).map(nature))).toEqual([
      "unknown open",
      "unknown open",
    ]);
    expect(info.mock.calls).toEqual([
      ["dev-network is not applied yet: what this stack reads from it is unknown in this preview"],
    ]);
    info.mockRestore();
  });

  it("is unknown in a preview only where a zone is new", async () => {
    const grown = { ...outputs, privateSubnetIds: { "eu-west-1a": "subnet-0a" } };
    await startMocks({ preview: true, published: { "dev-network": { outputs: grown } } });
    const info = vi.spyOn(pulumi.log, "info").mockResolvedValue();
    const { privateSubnetIds } = await read();
    expect(await Promise.all(Object.values(privateSubnetIds).map(nature))).toEqual(["known open", "unknown open"]);
    expect(String(info.mock.calls[0])).toContain("dev-network does not publish privateSubnetIds.eu-west-1b yet");
    info.mockRestore();
  });

  it.each([
    [true, "dev-network changes in this run: this stack sees its outputs as they will be"],
    [false, "dev-network is not applied yet: this stack sees its outputs as they will be"],
  ])("is read as a change of the same run will make it (applied before: %s)", async (applied, says) => {
    await startMocks({ preview: true, published: { "dev-network": { outputs } } });
    const info = vi.spyOn(pulumi.log, "info").mockResolvedValue();
    const privateSubnetIds = { "eu-west-1a": "subnet-1a", "eu-west-1b": decidedLater };
    const predicted = { applied, outputs: { vpcId: decidedLater, privateSubnetIds }, secretOutputNames: ["vpcId"] };
    const network = await withPredictions(new Map([["dev-network", predicted]]), read);
    expect(await nature(network.vpcId)).toBe("unknown secret");
    expect(await Promise.all(Object.values(network.privateSubnetIds).map(nature))).toEqual([
      "known open",
      "unknown open",
    ]);
    expect(await valueOf(pulumi.output(network.privateSubnetIds["eu-west-1a"]))).toBe("subnet-1a");
    expect(info.mock.calls).toEqual([[says]]);
    info.mockRestore();
  });

  it("fails outside a preview with the command to run first", async () => {
    await startMocks();
    const failure = await read().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ContractError);
    expect(String(failure)).toContain(
      'dev-network is not applied yet, and this stack reads from it: run "foundation up dev-network" first',
    );
    expect(pulumi.RunError.isInstance(failure)).toBe(true);
  });

  it("fails with every value that its schema refuses", async () => {
    const wrong = { vpcId: "10.0.0.0/16", privateSubnetIds: { ...outputs.privateSubnetIds, "eu-west-1a": 7 } };
    await startMocks({ published: { "dev-network": { outputs: wrong } } });
    await expect(read()).rejects.toThrow(
      "dev-network publishes what its contract refuses:\n- vpcId: must be an ID like vpc-0a1b2c3d\n- privateSubnetIds.eu-west-1a: must be a string",
    );
  });

  it("passes on any other failure, in a preview too", async () => {
    await startMocks({ preview: true });
    const denied = vi.spyOn(pulumi.runtime, "invoke").mockRejectedValue(new Error("access to the state was denied"));
    await expect(read()).rejects.toThrow("access to the state was denied");
    denied.mockRestore();
  });
});
