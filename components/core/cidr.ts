import { z } from "zod";

/** A range of IPv4 addresses: those that share the first `prefix` bits of `address`, which is the range's first. */
export interface Cidr {
  /** The address as a number, 0 to 2^32 - 1. */
  readonly address: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const form = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}/(3[0-2]|[12]?\\d)$`);

/** The range that `text` writes, e.g. 10.0.0.0/16; undefined where it is none or does not start at its first address. */
export function parseCidr(text: string): Cidr | undefined {
  const parts = form.exec(text)?.slice(1).map(Number);
  const prefix = parts?.pop();
  if (parts === undefined || prefix === undefined) return undefined;
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  return address % sizeOf({ address, prefix }) === 0 ? { address, prefix } : undefined;
}

export function formatCidr({ address, prefix }: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

/** Number of addresses in a range. */
export function sizeOf({ prefix }: Cidr): number {
  return 2 ** (32 - prefix);
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && inner.address - (inner.address % sizeOf(outer)) === outer.address;
}

/** Whether an address is in both: of two ranges that meet, one holds the other. */
export function overlaps(one: Cidr, other: Cidr): boolean {
  return contains(one, other) || contains(other, one);
}

/** The range number `index`, from 0, of the equal ranges that `bits` more bits of prefix cut `cidr` into. */
export function blockOf(cidr: Cidr, bits: number, index: number): Cidr {
  const block = { address: cidr.address, prefix: cidr.prefix + bits };
  if (block.prefix > 32 || index < 0 || index >= 2 ** bits) {
    throw new RangeError(`${formatCidr(cidr)} has no block ${index} of 2^${bits}`);
  }
  return { ...block, address: cidr.address + index * sizeOf(block) };
}

/** All the ranges that `bits` more bits of prefix cut `cidr` into, in order. */
export function split(cidr: Cidr, bits: number): Cidr[] {
  return Array.from({ length: 2 ** bits }, (_, index) => blockOf(cidr, bits, index));
}

/** Validates a range no larger than /`largest` and no smaller than /`smallest`. */
export function cidrSchema(largest: number, smallest: number): z.ZodString {
  const error = `must be an IPv4 range of /${largest} to /${smallest} written from its first address, e.g. 10.0.0.0/${largest}`;
  return z.string({ error }).refine((text) => {
    const cidr = parseCidr(text);
    return cidr !== undefined && cidr.prefix >= largest && cidr.prefix <= smallest;
  }, error);
}
