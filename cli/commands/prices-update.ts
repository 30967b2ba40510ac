import { priceLists, referenceRegion } from "../../prices/price-list";
import { changeWords, type Outcome, readUpdates } from "../../prices/update/update";
import { readLists, writeLists } from "../../prices/update/write";
import { listEnvironments, loadEnvironment } from "../../stacks/environment";
import { ExitCode } from "../errors";
import { plural } from "../report/words";

export interface PricesUpdateOptions {
  region?: string[];
  yes?: boolean;
}

/** What the command works with, so that tests need neither AWS nor the lists of this repository. */
export interface Surroundings {
  readonly today: string;
  /** Where price lists are read; default AWS's own. */
  readonly host?: string;
  /** Folder of the lists; default that of this repository. */
  readonly folder?: string;
}

/**
 * Brings the price lists up to date with AWS's. Exits 1 where some could not be, whose prices then stay as they are.
 */
export async function pricesUpdate(options: PricesUpdateOptions, { today, host, folder }: Surroundings): Promise<void> {
  const regions = options.region ?? defaultRegions();
  const outcomes = await readUpdates({
    ...{ regions, today, allowWild: options.yes ?? false },
    lists: folder ? [...readLists(folder).values()] : priceLists,
    ...(host && { host }),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const isAnyRead = outcomes.some((outcome) => "list" in outcome);
  if (isAnyRead) writeLists(outcomes, folder);
  process.stdout.write(`${outcomes.map(outcomeWords).join("\n")}\n`);
  if (!isAnyRead) process.stdout.write("No price list was changed.\n");
  if (outcomes.some((outcome) => "refused" in outcome)) process.exitCode = ExitCode.failed;
}

/** Those of the environments, and that in which prices are looked up that others have not. */
function defaultRegions(): string[] {
  const used = listEnvironments().map((name) => loadEnvironment(name).region);
  return [...new Set([referenceRegion, ...used])].sort();
}

function outcomeWords(outcome: Outcome): string {
  const of = `${outcome.region} ${outcome.offer}`;
  if ("refused" in outcome) return `${of}: stays as it is, ${outcome.refused}`;
  const { list, changes } = outcome;
  const changed = changes.filter(({ before }) => before !== undefined);
  const counts = `${plural(Object.keys(list.prices).length, "price")}, ${changed.length} changed, ${changes.length - changed.length} new`;
  return [`${of}: ${counts}`, ...changed.map((change) => `  ${changeWords(change)}`)].join("\n");
}
