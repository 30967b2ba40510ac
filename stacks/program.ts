import * as pulumi from "@pulumi/pulumi";
import { ArgsError } from "../components/core/errors";
import { cluster } from "./cluster";
import { ContractError, type Predictions, type Published, withPredictions } from "./contract";
import { type Environment, EnvironmentError, loadEnvironment } from "./environment";
import { type LayerName, parseStackName, UnknownStackError } from "./layers";
import { network } from "./network";

const programs: { [L in LayerName]: (environment: Environment) => Published<L> | Promise<Published<L>> } = {
  network,
  cluster,
};

/**
 * Runs the layer of the stack `name`, e.g. dev-network; answers with the stack's outputs.
 *
 * @param predicted Outputs of other stacks as this run will make them, for a preview. Default: all are as they are.
 * @throws pulumi.RunError, which is shown without a stack trace, for what the reader of the message can put right.
 */
export async function runLayer(name: string, predicted: Predictions = new Map()): Promise<Record<string, unknown>> {
  try {
    const { environment, layer } = parseStackName(name);
    return await withPredictions(predicted, () => programs[layer](loadEnvironment(environment)));
  } catch (error) {
    throw isMistake(error) ? withoutStack(error) : error;
  }
}

const mistakes = [ArgsError, ContractError, EnvironmentError, UnknownStackError];

/** Whether the message tells all that helps; of anything else, where it was thrown matters too. */
function isMistake(error: unknown): error is Error {
  return mistakes.some((kind) => error instanceof kind);
}

/**
 * The mistake as Pulumi shows it: its message alone.
 *
 * The stack is taken away and not only hidden, because Pulumi formats it all the same, and Node 20.20 then runs out of
 * memory for 15 seconds first (docs/known-traps.md). The cause still has it.
 */
function withoutStack(mistake: Error): pulumi.RunError {
  const failure = new pulumi.RunError(mistake.message, { cause: mistake });
  failure.stack = undefined;
  return failure;
}
