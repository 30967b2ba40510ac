import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cidr, contains, formatCidr, overlaps, parseCidr } from "../../../components/core/cidr";
import {
  type PlannedSubnet,
  planSubnets,
  type SubnetPlanInput,
  smallestVpc,
} from "../../../components/network/subnet-plan";
import { NetworkTier } from "../../../components/network/types";

const tiers = Object.values(NetworkTier);

/** Any plan that the component's arguments allow. */
const inputs: fc.Arbitrary<SubnetPlanInput> = fc.constantFrom(4, 8).chain((reservedZones) =>
  fc.record({
    cidr: fc
      .record({ prefix: fc.integer({ min: 16, max: smallestVpc(reservedZones) }), block: fc.nat(2 ** 16 - 1) })
      .map(({ prefix, block }) => formatCidr({ prefix, address: (block % 2 ** prefix) * 2 ** (32 - prefix) })),
    zones: fc
      .shuffledSubarray([..."abcdefgh"].slice(0, reservedZones), { minLength: 2 })
      .map((letters) => letters.map((letter) => `us-east-1${letter}`)),
    tiers: fc.shuffledSubarray(tiers, { minLength: 1 }),
    reservedZones: fc.constant(reservedZones),
  }),
);

const rangeOf = (text: string): Cidr => parseCidr(text) ?? { address: -1, prefix: 0 };
const byKey = (plan: PlannedSubnet[]) =>
  Object.fromEntries(plan.map(({ tier, zone, cidr }) => [`${tier}-${zone}`, cidr]));

describe("planSubnets", () => {
  it("keeps subnets within the VPC, apart from each other, and of a size that AWS takes", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const ranges = planSubnets(input).map(({ cidr }) => rangeOf(cidr));
        for (const [index, range] of ranges.entries()) {
          expect(contains(rangeOf(input.cidr), range)).toBe(true);
          expect(range.prefix).toBeGreaterThanOrEqual(16);
          expect(range.prefix).toBeLessThanOrEqual(28);
          expect(ranges.slice(index + 1).some((other) => overlaps(range, other))).toBe(false);
        }
      }),
    );
  });

  it("has one subnet for each tier and zone", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const keys = Object.keys(byKey(planSubnets(input)));
        expect(keys).toHaveLength(input.tiers.length * input.zones.length);
      }),
    );
  });

  it("moves no subnet when zones or tiers come, go or change places", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const all = [..."abcdefgh"].slice(0, input.reservedZones).map((letter) => `us-east-1${letter}`);
        expect(byKey(planSubnets({ ...input, zones: all, tiers }))).toMatchObject(byKey(planSubnets(input)));
      }),
    );
  });

  it("gives the same plan for the same input", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(planSubnets(input)).toEqual(planSubnets(input));
      }),
    );
  });

  it.each([
    ["10.0.0.0/16", 4],
    ["10.0.0.0/22", 4],
    ["10.0.0.0/24", 4],
    ["10.0.0.0/16", 8],
    ["10.0.0.0/23", 8],
  ])("lays out %s for %d zones so, for ever", (cidr, reservedZones) => {
    const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
    expect(byKey(planSubnets({ cidr, zones, tiers, reservedZones }))).toMatchSnapshot();
  });

  it.each([
    ["a zone without a part", { zones: ["us-east-1a", "us-east-1e"] }],
    ["a VPC that is none", { cidr: "10.0.0.0" }],
  ])("fails on %s", (_case, wrong) => {
    const input = { cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], tiers, reservedZones: 4, ...wrong };
    expect(() => planSubnets(input)).toThrow(RangeError);
  });
});
