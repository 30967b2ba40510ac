import { isInternet } from "../../../policy-packs/core/internet";
import { adminPorts, dataPorts } from "../../../policy-packs/core/ports";
import type { RiskId } from "../table";
import { firstOf } from "../words";
import { containsRange, isPrivate, rangeOf } from "./ranges";
import type { Opening, Source } from "./rules";

/** Whether `wider` lets through all that `other` does. */
export function contains(wider: Opening, other: Opening): boolean {
  if (wider.egress !== other.egress) return false;
  if (wider.protocol !== "-1" && wider.protocol !== other.protocol) return false;
  return portsContain(wider, other) && sourceContains(wider.source, other.source);
}

function portsContain({ ports: wider, protocol }: Opening, { ports: other }: Opening): boolean {
  if (protocol === "-1" || wider === undefined || other === undefined) return true;
  return wider.from <= other.from && other.to <= wider.to;
}

function sourceContains(wider: Source, other: Source): boolean {
  if (wider.kind === "range" && other.kind === "range") return containsRange(wider.cidr, other.cidr);
  return JSON.stringify(wider) === JSON.stringify(other);
}

const names = new Map<number, string>([
  ...adminPorts.map(({ port, name }) => [port, name] as const),
  ...Object.entries(dataPorts).map(([port, name]) => [Number(port), name] as const),
  [80, "HTTP"],
  [443, "HTTPS"],
]);

const covered = ({ ports }: Opening, known: readonly number[]): number[] =>
  ports === undefined ? [] : known.filter((port) => ports.from <= port && port <= ports.to);

const isAll = ({ ports, protocol }: Opening): boolean =>
  protocol === "-1" || (ports !== undefined && ports.from <= 0 && ports.to >= 65_535);

/** Ranges of more addresses than this prefix has are more than any one network's. */
const wide = { ipv4: 16, ipv6: 40 } as const;
/** As good as the Internet: two such ranges are half of it. */
const nearly = { ipv4: 7, ipv6: 8 } as const;

/** Whether a range is the Internet, or as good as that. */
export function isOpen(cidr: string): boolean {
  const range = rangeOf(cidr);
  if (isInternet(cidr)) return true;
  return range !== undefined && range.prefix <= nearly[range.family] && !isPrivate(cidr);
}

/** What newly comes of an opening. */
export function openingRisk(opening: Opening): RiskId {
  const { source, egress, ports } = opening;
  if (source.kind === "unknown" && source.of === "range") return "network-unknown";
  if (source.kind !== "range") return "network-given";
  if (egress) return isOpen(source.cidr) && isAll(opening) ? "network-egress" : "network-given";
  const range = rangeOf(source.cidr);
  if (!isOpen(source.cidr)) {
    if (range === undefined) return "network-unknown";
    return range.prefix <= wide[range.family] ? "network-wide" : "network-given";
  }
  if (
    isAll(opening) ||
    covered(
      opening,
      adminPorts.map(({ port }) => port),
    ).length > 0
  )
    return "network-open-admin";
  if (covered(opening, Object.keys(dataPorts).map(Number)).length > 0) return "network-open-data";
  if (ports === undefined) return "network-given";
  return ports.from === ports.to && [80, 443].includes(ports.from) ? "network-open-web" : "network-open";
}

/** `port 5432 (PostgreSQL)`. */
export function portWords(opening: Opening): string {
  const { ports, protocol } = opening;
  if (isAll(opening)) return "every port";
  if (ports === undefined) return /^(icmp|1|icmpv6|58)$/.test(protocol) ? "ICMP" : `protocol ${protocol}`;
  const known = [...new Set(covered(opening, [...names.keys()]).map((port) => names.get(port) ?? ""))];
  const named = known.length === 0 ? "" : ` (${firstOf(known)})`;
  const udp = /^(udp|17)$/.test(protocol) ? "UDP " : "";
  return ports.from === ports.to
    ? `${udp}port ${ports.from}${named}`
    : `${udp}ports ${ports.from} to ${ports.to}${named}`;
}

/** `the Internet`, `10.0.0.0/8 (private)`, `members of sg-1`. */
export function sourceWords(source: Source): string {
  switch (source.kind) {
    case "range":
      if (isInternet(source.cidr)) return source.cidr.includes(":") ? "the Internet (IPv6)" : "the Internet";
      if (isOpen(source.cidr)) return `${source.cidr} (a large part of the Internet)`;
      return isPrivate(source.cidr) ? `${source.cidr} (private)` : source.cidr;
    case "group":
      return `members of ${source.id}`;
    case "list":
      return `prefix list ${source.id}`;
    case "self":
      return "members of the group itself";
    case "unknown": {
      const what = { range: "addresses", group: "members of a group", list: "a prefix list" }[source.of];
      return `${what} known only when it is made`;
    }
  }
}
