import { describe, expect, it } from "vitest";
import {
  canonicalIpv6Cidr,
  containsIpv6,
  type Ipv6Cidr,
  overlapsIpv6,
  parseIpv6Cidr,
} from "../../../sandbox/models/ec2/ipv6";

function range(text: string): Ipv6Cidr {
  const cidr = parseIpv6Cidr(text);
  if (cidr === undefined) throw new Error(`${text} is no range`);
  return cidr;
}

describe("ranges of IPv6 addresses", () => {
  it.each([
    ["::/0", 0n, 0],
    ["::1/128", 1n, 128],
    ["2001:db8::/32", 0x20010db8n << 96n, 32],
    ["1:2:3:4:5:6:7:8/128", 0x00010002000300040005000600070008n, 128],
    ["::ffff:1.2.3.4/128", 0xffff01020304n, 128],
  ])("reads %s", (text, address, prefix) => {
    expect(parseIpv6Cidr(text)).toEqual({ address, prefix });
  });

  it.each(["", "::", "::/129", "::/-1", "::/x", "10.0.0.0/8", "2001:db8::1/32", "fe80::1%eth0/128", "::/0/0"])(
    "reads %o as none",
    (text) => {
      expect(parseIpv6Cidr(text)).toBeUndefined();
    },
  );

  it("writes one form of each", () => {
    expect(canonicalIpv6Cidr("2001:0DB8:0:0::/32")).toBe("2001:db8::/32");
    expect(canonicalIpv6Cidr("10.0.0.0/8")).toBe("10.0.0.0/8");
  });

  it("tells what is in what", () => {
    const [outer, inner, other] = [range("2001:db8::/32"), range("2001:db8:1::/48"), range("2001:db9::/32")];
    expect(containsIpv6(outer, inner)).toBe(true);
    expect(containsIpv6(inner, outer)).toBe(false);
    expect(overlapsIpv6(inner, outer)).toBe(true);
    expect(overlapsIpv6(inner, other)).toBe(false);
  });
});
