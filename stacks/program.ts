import * as pulumi from "@pulumi/pulumi";
import { ArgsError } from "../components/core/errors";
import { cluster } from "./cluster";
import type { Published } from "./contract";
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
 * @throws pulumi.RunError, which is shown without a stack trace, for what the reader of the message can put right.
 */
export async function runLayer(name: string): Promise<Record<string, unknown>> {
  try {
    const { environment, layer } = parseStackName(name);
    return await programs[layer](loadEnvironment(environment));
  } catch (error) {
    throw isMistake(error) ? new pulumi.RunError(error.message, { cause: error }) : error;
  }
}

/** Whether the message tells all that helps; of anything else, where it was thrown matters too. */
function isMistake(error: unknown): error is Error {
  return [ArgsError, EnvironmentError, UnknownStackError].some((kind) => error instanceof kind);
}
