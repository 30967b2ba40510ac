import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type PriceList, priceListSchema } from "../price-list";
import { listFiles, listIndex, listsFolder } from "./list-index";
import type { Outcome } from "./update";

/** The lists in a folder by their files. */
export function readLists(folder = listsFolder): Map<string, PriceList> {
  return new Map(
    listFiles(folder).map((file) => [
      file,
      priceListSchema.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8"))),
    ]),
  );
}

/** Writes what was read, in place of what the lists of its region said of the same items, and the index of the lists. */
export function writeLists(outcomes: readonly Outcome[], folder = listsFolder): void {
  const lists = readLists(folder);
  for (const outcome of outcomes) {
    if ("refused" in outcome) continue;
    const { region, offer, list, changes } = outcome;
    const replaced = new Set([...Object.keys(list.prices), ...changes.map(({ item }) => item)]);
    for (const [file, other] of lists) {
      if (other.region === region) lists.set(file, without(other, replaced));
    }
    lists.set(`${region}-${offer}.json`, list);
  }
  for (const [file, list] of lists) {
    const at = path.join(folder, file);
    if (Object.keys(list.prices).length === 0) rmSync(at, { force: true });
    else writeFileSync(at, `${JSON.stringify(list, null, 2)}\n`);
  }
  writeFileSync(path.join(folder, "index.ts"), listIndex(listFiles(folder)));
}

const without = (list: PriceList, items: ReadonlySet<string>): PriceList => ({
  ...list,
  prices: Object.fromEntries(Object.entries(list.prices).filter(([item]) => !items.has(item))),
});
