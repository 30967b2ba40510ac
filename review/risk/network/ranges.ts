import { BlockList, isIP } from "node:net";

/** An address range: an address with the length of its prefix. */
export interface Range {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** Reads `10.0.0.0/8`, `2001:db8::/32` or a single address; undefined where it is none. */
export function rangeOf(text: string): Range | undefined {
  const [address = "", length] = text.split("/");
  const version = isIP(address);
  if (version === 0) return undefined;
  const whole = version === 4 ? 32 : 128;
  const prefix = length === undefined ? whole : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > whole) return undefined;
  return { address, prefix, family: version === 4 ? "ipv4" : "ipv6" };
}

/** Whether the range `wider` contains all of `other`; false where one of them is none. */
export function containsRange(wider: string, other: string): boolean {
  const [outer, inner] = [rangeOf(wider), rangeOf(other)];
  if (outer === undefined || inner === undefined) return wider === other;
  if (outer.family !== inner.family || outer.prefix > inner.prefix) return false;
  const list = new BlockList();
  list.addSubnet(outer.address, outer.prefix, outer.family);
  return list.check(inner.address, inner.family);
}

const reserved = new BlockList();
for (const [address, prefix] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
] as const) {
  reserved.addSubnet(address, prefix, "ipv4");
}
reserved.addSubnet("fc00::", 7, "ipv6");
reserved.addSubnet("fe80::", 10, "ipv6");

/** Whether nobody on the Internet has an address of a range: private use, carriers, loopback, link-local (RFC 6890). */
export const isPrivate = (text: string): boolean => {
  const range = rangeOf(text);
  if (range === undefined || range.prefix < 7) return false;
  return reserved.check(range.address, range.family);
};
