import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockOf,
  type Cidr,
  cidrSchema,
  contains,
  formatCidr,
  overlaps,
  parseCidr,
  sizeOf,
  split,
} from "../../../components/core/cidr";

const cidrs = fc
  .record({ prefix: fc.integer({ min: 0, max: 32 }), address: fc.integer({ min: 0, max: 2 ** 32 - 1 }) })
  .map(({ prefix, address }): Cidr => ({ prefix, address: address - (address % 2 ** (32 - prefix)) }));

const lastOf = (cidr: Cidr) => cidr.address + sizeOf(cidr) - 1;

describe("parseCidr", () => {
  it("reads what formatCidr writes", () => {
    fc.assert(
      fc.property(cidrs, (cidr) => {
        expect(parseCidr(formatCidr(cidr))).toEqual(cidr);
      }),
    );
  });

  it.each(["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "192.168.1.128/25"])("writes %s as it was", (text) => {
    const cidr = parseCidr(text);
    expect(cidr && formatCidr(cidr)).toBe(text);
  });

  it.each([
    ["no prefix", "10.0.0.0"],
    ["a prefix too long", "10.0.0.0/33"],
    ["an octet too large", "10.0.256.0/24"],
    ["a leading zero", "10.00.0.0/16"],
    ["an address within the range", "10.0.1.0/16"],
    ["IPv6", "fd00::/8"],
    ["spaces", " 10.0.0.0/16"],
    ["nothing", ""],
  ])("refuses %s", (_case, text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe("contains and overlaps", () => {
  it("agree with first and last addresses", () => {
    fc.assert(
      fc.property(cidrs, cidrs, (one, other) => {
        expect(contains(one, other)).toBe(one.address <= other.address && lastOf(other) <= lastOf(one));
        expect(overlaps(one, other)).toBe(one.address <= lastOf(other) && other.address <= lastOf(one));
      }),
    );
  });

  it("hold for a range and itself", () => {
    fc.assert(
      fc.property(cidrs, (cidr) => {
        expect([contains(cidr, cidr), overlaps(cidr, cidr)]).toEqual([true, true]);
      }),
    );
  });
});

describe("split", () => {
  const splits = fc.tuple(cidrs, fc.integer({ min: 0, max: 6 })).filter(([cidr, bits]) => cidr.prefix + bits <= 32);

  it("covers the range with equal blocks, end to end", () => {
    fc.assert(
      fc.property(splits, ([cidr, bits]) => {
        const blocks = split(cidr, bits);
        expect(blocks).toHaveLength(2 ** bits);
        expect(blocks[0]?.address).toBe(cidr.address);
        blocks.slice(1).forEach((block, index) => {
          expect(block.address).toBe(lastOf(blocks[index] ?? block) + 1);
        });
        expect(lastOf(blocks.at(-1) ?? cidr)).toBe(lastOf(cidr));
      }),
    );
  });

  it.each([
    ["beyond the last", 4],
    ["before the first", -1],
  ])("has no block %s", (_case, index) => {
    expect(() => blockOf({ address: 0, prefix: 16 }, 2, index)).toThrow(`0.0.0.0/16 has no block ${index} of 2^2`);
  });

  it("has no block smaller than an address", () => {
    expect(() => blockOf({ address: 0, prefix: 30 }, 3, 0)).toThrow(RangeError);
  });
});

describe("cidrSchema", () => {
  it.each([
    ["10.0.0.0/15", false],
    ["10.0.0.0/16", true],
    ["10.0.0.0/24", true],
    ["10.0.0.0/25", false],
    ["10.0.0.1/24", false],
  ])("judges %s", (text, isGood) => {
    expect(cidrSchema(16, 24).safeParse(text).success).toBe(isGood);
  });

  it("says what it takes", () => {
    expect(cidrSchema(16, 24).safeParse("x").error?.issues[0]?.message).toBe(
      "must be an IPv4 range of /16 to /24 written from its first address, e.g. 10.0.0.0/16",
    );
  });
});
