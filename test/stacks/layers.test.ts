import { describe, expect, it } from "vitest";
import { downstreamOf, layerNames, parseStackName, stackName, upstreamOf } from "../../stacks/layers";

describe("stack names", () => {
  it("are taken apart as they are put together", () => {
    expect(layerNames.map((layer) => parseStackName(stackName("dev", layer)))).toEqual([
      { environment: "dev", layer: "network" },
      { environment: "dev", layer: "cluster" },
    ]);
  });

  it.each(["dev", "network", "dev-clusters", "qa-network", ""])("fail as %j, with those there are", (name) => {
    expect(() => parseStackName(name)).toThrow(
      `unknown stack "${name}"; the stacks are dev-network, dev-cluster, prod-network, prod-cluster, staging-network, staging-cluster`,
    );
  });
});

describe("layers", () => {
  it("come after those they read from", () => {
    const order = layerNames.map((layer) => stackName("dev", layer));
    for (const stack of order) {
      for (const upstream of upstreamOf(stack)) expect(order.indexOf(upstream)).toBeLessThan(order.indexOf(stack));
    }
  });

  it("know their neighbours in the same environment", () => {
    expect(upstreamOf("dev-cluster")).toEqual(["dev-network"]);
    expect(upstreamOf("dev-network")).toEqual([]);
    expect(downstreamOf("dev-network")).toEqual(["dev-cluster"]);
    expect(downstreamOf("dev-cluster")).toEqual([]);
  });
});
