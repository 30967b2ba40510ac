import { entryOf, sortKey } from "../../sandbox/cloud/read";
import type { CloudResource } from "../../sandbox/cloud/resource";
import { loadCloudState } from "../../sandbox/cloud/store";
import { find, typeNames } from "../../sandbox/console/find";
import { masked } from "../../sandbox/console/shown";
import { inWords } from "../../sandbox/faults/fault";
import { readFaults } from "../../sandbox/faults/store";
import { sandboxDir, sandboxParts } from "../engine/sandbox-workplace";
import { writeJson } from "../finish";
import { colors } from "../report/colors";
import { plural } from "../report/words";
import { logicalName, type OwnerOf, readOwners } from "../sandbox/owners";

export interface SandboxShowOptions {
  account?: string;
  region?: string;
  type?: string;
  json?: string;
}

/** Lists what the simulated cloud holds, or shows one thing in full. Changes nothing; safe while a sandbox runs. */
export async function sandboxShow(filters: string[], options: SandboxShowOptions): Promise<void> {
  const dir = sandboxDir();
  const ownerOf = readOwners(dir);
  const all = loadCloudState(sandboxParts(dir).cloud).resources;
  const resources = all.filter(inPlace(options)).sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
  const [filter = "", ...others] = filters;
  const meant = others.length === 0 ? exactly(resources, filter, ownerOf) : [];
  const inFull = meant.length > 0;
  const faults = inFull ? [] : readFaults(sandboxParts(dir).cloud);
  const shown = inFull ? meant : resources.filter((resource) => filters.every(matches(resource, ownerOf)));

  writeJson(options.json, {
    version: 1,
    faults,
    resources: shown.map((resource) => ({ ...row(resource, ownerOf), ...(inFull && masked(resource)) })),
  });
  if (options.json === "-") return;
  const lines = inFull ? shown.flatMap((resource) => full(resource, ownerOf)) : list(shown, ownerOf);
  if (faults.length > 0) {
    process.stdout.write(`${colors.yellow("Made to fail")} (foundation sandbox break)\n`);
    for (const fault of faults) process.stdout.write(`  ${inWords(fault)}\n`);
  }
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
  else process.stdout.write(`${nothing(all.length, dir)}\n`);
}

const nothing = (others: number, dir: string) =>
  others > 0
    ? `nothing matches; the simulated cloud holds ${plural(others, "thing")}`
    : `the simulated cloud in ${dir} is empty: npm start makes the environment dev`;

const exactly = (resources: CloudResource[], what: string, ownerOf: OwnerOf) =>
  find(resources, { what }, (resource) => {
    const owner = ownerOf(resource);
    return owner === undefined ? [] : [logicalName(owner.urn)];
  });

function inPlace({ account, region, type }: SandboxShowOptions): (resource: CloudResource) => boolean {
  return (resource) =>
    (account ?? resource.account) === resource.account &&
    (region ?? resource.region) === resource.region &&
    (type === undefined || typeNames(resource.type).some((name) => name.toLowerCase() === type.toLowerCase()));
}

/** A filter is part of a type, id, name, status or stack. */
const matches = (resource: CloudResource, ownerOf: OwnerOf) => (filter: string) => {
  const { type, id, name, status, stack } = row(resource, ownerOf);
  return [type, id, name, status, stack].some((text) => text.toLowerCase().includes(filter.toLowerCase()));
};

/** `stack`: what made it; for what AWS made by itself, what it belongs to. */
function row(resource: CloudResource, ownerOf: OwnerOf) {
  const owner = ownerOf(resource);
  const awsMade = resource.owner === undefined ? "" : `made by AWS with ${resource.owner}`;
  return { ...entryOf(resource), stack: owner?.stack ?? awsMade, urn: owner?.urn ?? "" };
}

function list(resources: CloudResource[], ownerOf: OwnerOf): string[] {
  if (resources.length === 0) return [];
  const rows = resources.map((resource) => row(resource, ownerOf));
  const table = [
    ["type", "id", "name", "status", "stack"],
    ...rows.map(({ type, id, name, status, stack }) => [type, id, name === id ? "" : name, status, stack]),
  ];
  return [...counts(rows), "", ...leftAligned(table)];
}

/** How many of each type, by account and region. */
function counts(rows: { account: string; region: string; type: string }[]): string[] {
  const places = new Map<string, Map<string, number>>();
  for (const { account, region, type } of rows) {
    const place = `${account}  ${region}`;
    const kinds = places.get(place) ?? new Map<string, number>();
    const [, kind = type] = typeNames(type);
    places.set(place, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  return [...places].map(([place, kinds]) => {
    const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const each = [...kinds].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} ${kind}`);
    return `${colors.bold(place)}  ${plural(total, "thing")}: ${each.join(", ")}`;
  });
}

function leftAligned(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row, index) => {
    const line = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
    return index === 0 ? colors.dim(line) : line;
  });
}

function full(resource: CloudResource, ownerOf: OwnerOf): string[] {
  const { account, region, type, id, name, status, stack, urn } = row(resource, ownerOf);
  const head = { account, region, id, name, status, stack, urn };
  const { inputs, outputs } = masked(resource);
  return [
    colors.bold(type),
    ...Object.entries(head).flatMap(([key, value]) => (value === "" ? [] : [`  ${key.padEnd(8)} ${value}`])),
    colors.bold("  inputs"),
    indented(inputs),
    colors.bold("  outputs"),
    indented(outputs),
  ];
}

const indented = (value: object) => JSON.stringify(value, null, 2).replaceAll(/^/gm, "    ");
