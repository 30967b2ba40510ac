import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";

/** A range of IPv6 addresses: those that share the first `prefix` bits of `address`, which is the range's first. */
export interface Ipv6Cidr {
  /** The address as a number of 128 bits. */
  readonly address: bigint;
  /** Length of the prefix, 0 to 128. */
  readonly prefix: number;
}

const bits = 128;

/** The range that `text` writes, e.g. 2001:db8::/32; undefined where it is none or does not start at its first address. */
export function parseIpv6Cidr(text: string): Ipv6Cidr | undefined {
  const [host = "", length = "", ...rest] = text.split("/");
  const prefix = Number(length);
  if (rest.length > 0 || !/^\d{1,3}$/.test(length) || prefix > bits || !isIPv6(host) || host.includes("%")) {
    return undefined;
  }
  const address = groupsOf(host).reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
  return address % sizeOf({ address, prefix }) === 0n ? { address, prefix } : undefined;
}

/** The one form of a range that AWS answers, e.g. 2001:db8::/32 for 2001:0DB8:0::/32; other text as it is. */
export function canonicalIpv6Cidr(text: string): string {
  const [host = "", length] = text.split("/");
  return isIPv6(host) && !host.includes("%") ? `${canonical(host)}/${length}` : text;
}

/** Whether every address of `inner` is in `outer`. */
export function containsIpv6(outer: Ipv6Cidr, inner: Ipv6Cidr): boolean {
  return outer.prefix <= inner.prefix && inner.address - (inner.address % sizeOf(outer)) === outer.address;
}

/** Whether an address is in both: of two ranges that meet, one holds the other. */
export function overlapsIpv6(one: Ipv6Cidr, other: Ipv6Cidr): boolean {
  return containsIpv6(one, other) || containsIpv6(other, one);
}

/** The /56 that Amazon gives the thing with that id, of those it gives in Ireland. */
export function amazonBlock(id: string): string {
  const digits = createHash("sha256").update(id).digest("hex");
  return canonicalIpv6Cidr(`2a05:d018:${digits.slice(0, 4)}:${digits.slice(4, 6)}00::/56`);
}

const sizeOf = ({ prefix }: Ipv6Cidr) => 1n << BigInt(bits - prefix);

/** The form of RFC 5952, which URLs have too. */
const canonical = (host: string) => new URL(`http://[${host}]`).hostname.slice(1, -1);

/** The eight groups of an address. */
function groupsOf(host: string): string[] {
  const [head = "", tail] = canonical(host).split("::");
  const [first, last] = [head, tail ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => "0");
  return [...(first ?? []), ...zeros, ...(last ?? [])];
}
