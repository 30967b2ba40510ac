import type { Command } from "commander";
import type { PricesUpdateOptions } from "./commands/prices-update";

type Action = <A extends unknown[]>(body: (...args: A) => Promise<void>) => (...args: A) => Promise<void>;

/** The commands for the dated price lists that estimates are made from. */
export function pricesCommands(root: Command, action: Action): void {
  const repeated = (value: string, before: string[] = []) => [...before, value];
  root
    .command("prices")
    .description("the dated price lists in prices/lists")
    .command("update")
    .description("bring them up to date with AWS's price list; needs the network, no account")
    .option("--region <region>", "a region; more than one is fine; default those of the environments", repeated)
    .option("--yes", "also take prices that change by more than half, or are gone", false)
    .action(action(runPricesUpdate));
}

async function runPricesUpdate(options: PricesUpdateOptions): Promise<void> {
  const { pricesUpdate } = require("./commands/prices-update") as typeof import("./commands/prices-update");
  await pricesUpdate(options, { today: new Date().toISOString().slice(0, 10) });
}
