import { AsyncLocalStorage } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { reasonOf } from "../components/core/reasons";
import { type Contract, type LayerName, layers, stackName } from "./layers";

/** What a reader gets: single values, and maps whose keys are known whatever their values are. */
type Read<L extends LayerName, F extends keyof Contract<L>> = {
  [K in F]: Contract<L>[K] extends Record<string, infer V>
    ? Record<string, pulumi.Output<V>>
    : pulumi.Output<Contract<L>[K]>;
};

/** What a layer returns, for others to read. */
export type Published<L extends LayerName> = { [K in keyof Contract<L>]: pulumi.Input<Contract<L>[K]> };

/** What a layer needs of another is not there, or is not what it can use. Shown without a stack trace. */
export class ContractError extends pulumi.RunError {
  override readonly name = "ContractError";
}

/** Stands in {@link Predictions} for an output that is decided only when its stack is applied. */
export const decidedLater = Symbol("decided later");

/**
 * Outputs of stacks as a change will make them, by the stacks' names: what a preview of the same run said. So a preview shows
 * what a change does to the stacks that read from the one it is made in.
 */
export type Predictions = ReadonlyMap<string, PredictedOutputs>;

/** The outputs of a stack that is not applied as it is predicted yet. */
export interface PredictedOutputs {
  /** Whether the stack was applied before. */
  readonly applied: boolean;
  /** Whether these are what it has, handed on where its own state cannot be asked. Default: no. */
  readonly recorded?: boolean;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly secretOutputNames: readonly string[];
}

const predictions = new AsyncLocalStorage<Predictions>();

/** Does `work`, in which contracts are read as they are predicted. */
export const withPredictions = <T>(predicted: Predictions, work: () => T): T => predictions.run(predicted, work);

/** What is read of the contract of another layer. */
interface Wanted<L extends LayerName, F> {
  layer: L;
  /** The fields that are read; what else the layer publishes does not matter. */
  fields: F[];
  /** Keys of those fields that are maps, as the environment file states them: they decide what exists. */
  keys: string[];
}

/**
 * Reads what another layer of `environment` publishes.
 *
 * While that layer was never applied, or does not publish a value yet, a preview sees a real unknown in its place, and
 * says so. So a whole environment can be previewed before anything of it exists.
 *
 * @throws ContractError outside a preview, naming the command to run first; or if a value is not what the contract says.
 */
export async function readContract<L extends LayerName, F extends keyof Contract<L> & string>(
  environment: string,
  { layer, fields, keys }: Wanted<L, F>,
): Promise<Read<L, F>> {
  const upstream = stackName(environment, layer);
  const predicted = predictions.getStore()?.get(upstream);
  const { outputs, secretOutputNames } = predicted ?? (await readOutputs(upstream));
  const shape: Record<string, z.ZodType> = layers[layer].contract.shape;
  const missing: string[] = [];
  const issues: string[] = [];

  const read = (field: F, schema: z.ZodType | undefined, value: unknown, path: string) => {
    if (value === undefined) missing.push(path);
    const isKnown = value !== undefined && value !== decidedLater;
    const reasons = isKnown ? (schema?.safeParse(value, { error: reasonOf }).error?.issues ?? []) : [];
    issues.push(...reasons.map(({ message }) => `- ${path}: ${message}`));
    const output = pulumi.output(isKnown ? value : pulumi.unknown);
    return secretOutputNames.includes(field) ? pulumi.secret(output) : output;
  };
  const values = fields.map((field) => {
    const schema = shape[field];
    const value = outputs[field];
    if (!(schema instanceof z.ZodRecord)) return [field, read(field, schema, value, field)];
    const entryOf = (key: string) => (value === decidedLater ? decidedLater : Object(value)[key]);
    const entry = (key: string) => read(field, schema.valueType as z.ZodType, entryOf(key), `${field}.${key}`);
    return [field, Object.fromEntries(keys.map((key) => [key, entry(key)]))];
  });

  if (issues.length > 0)
    throw new ContractError(`${upstream} publishes what its contract refuses:\n${issues.join("\n")}`);
  if (predicted && !predicted.recorded) await reportPredicted(upstream, predicted.applied);
  if (missing.length > 0) await reportMissing(upstream, Object.keys(outputs).length === 0 ? [] : missing);
  // Every field was checked with its own schema, or is unknown.
  return Object.fromEntries(values) as Read<L, F>;
}

/** Says in a preview that values are unknown; refuses to go on elsewhere. */
async function reportMissing(upstream: string, missing: string[]): Promise<void> {
  const what = missing.length === 0 ? "is not applied yet" : `does not publish ${missing.join(", ")} yet`;
  if (!pulumi.runtime.isDryRun()) {
    throw new ContractError(`${upstream} ${what}, and this stack reads from it: run "foundation up ${upstream}" first`);
  }
  await pulumi.log.info(`${upstream} ${what}: what this stack reads from it is unknown in this preview`);
}

/** Says in a preview that what is read is not yet so. */
async function reportPredicted(upstream: string, applied: boolean): Promise<void> {
  const what = applied ? "changes in this run" : "is not applied yet";
  await pulumi.log.info(`${upstream} ${what}: this stack sees its outputs as they will be`);
}

/** What the engine answers to `readStackOutputs`. */
const stackOutputs = z.object({
  outputs: z.record(z.string(), z.unknown()),
  secretOutputNames: z.array(z.string()).default([]),
});

/**
 * The outputs of a stack, none where there is no such stack.
 *
 * By the engine's own function and not by a StackReference, whose failure on a missing stack cannot be caught.
 */
async function readOutputs(stack: string): Promise<z.output<typeof stackOutputs>> {
  const name = `${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`;
  try {
    return stackOutputs.parse(await pulumi.runtime.invoke("pulumi:pulumi:readStackOutputs", { name }));
  } catch (error) {
    // Any other failure (no access to the backend, say) is no sign that the stack is absent.
    if (error instanceof Error && error.message.includes("unknown stack"))
      return { outputs: {}, secretOutputNames: [] };
    throw error;
  }
}
