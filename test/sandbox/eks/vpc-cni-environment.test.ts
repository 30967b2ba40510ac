import { describe, expect, it } from "vitest";
import { addonConfiguration } from "../../../sandbox/eks/addons";
import { type VpcCniOptions, vpcCniConfiguration } from "../../../sandbox/eks/vpc-cni-environment";

function configurationOf(options: VpcCniOptions): Promise<string> {
  return new Promise((resolve) => addonConfiguration(vpcCniConfiguration(options))?.apply(resolve));
}

describe("vpcCniConfiguration", () => {
  it("puts options into the containers' environment, and the caller's own values over them", async () => {
    const text = await configurationOf({
      warmIpTarget: 3,
      eniMtu: 1500,
      enableNetworkPolicy: true,
      nodePortSupport: false,
      configurationValues: { env: { AWS_VPC_ENI_MTU: "9000", MINE: "1" }, init: { image: "x" } },
    });
    const { env, init, enableNetworkPolicy } = JSON.parse(text);
    expect(env).toMatchObject({ WARM_IP_TARGET: "3", AWS_VPC_ENI_MTU: "9000", MINE: "1", WARM_ENI_TARGET: "1" });
    expect(env).not.toHaveProperty("AWS_VPC_CNI_NODE_PORT_SUPPORT");
    expect(init).toEqual({ image: "x", env: { DISABLE_TCP_EARLY_DEMUX: "false" } });
    expect(enableNetworkPolicy).toBe("true");
  });

  it("writes the same text whatever the order of the caller's keys", async () => {
    const one = await configurationOf({ configurationValues: { b: { d: 1, c: [{ z: 1, y: 2 }] }, a: 1 } });
    const other = await configurationOf({ configurationValues: { a: 1, b: { c: [{ y: 2, z: 1 }], d: 1 } } });
    expect(one).toBe(other);
  });

  it("refuses both names of the external SNAT option", () => {
    expect(() => vpcCniConfiguration({ cniExternalSnat: true, externalSnat: true })).toThrow(/either/);
  });
});
