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
  const { outputs, secretOutputNames } = await readOutputs(upstream);
  const shape: Record<string, z.ZodType> = layers[layer].contract.shape;
  const missing: string[] = [];
  const issues: string[] = [];

  const read = (field: F, schema: z.ZodType | undefined, value: unknown, path: string) => {
    if (value === undefined) missing.push(path);
    const reasons = value === undefined ? [] : (schema?.safeParse(value, { error: reasonOf }).error?.issues ?? []);
    issues.push(...reasons.map(({ message }) => `- ${path}: ${message}`));
    const output = pulumi.output(value === undefined ? pulumi.unknown : value);
    return secretOutputNames.includes(field) ? pulumi.secret(output) : output;
  };
  const values = fields.map((field) => {
    const schema = shape[field];
    const value = outputs[field];
    if (!(schema instanceof z.ZodRecord)) return [field, read(field, schema, value, field)];
    const entry = (key: string) => read(field, schema.valueType as z.ZodType, Object(value)[key], `${field}.${key}`);
    return [field, Object.fromEntries(keys.map((key) => [key, entry(key)]))];
  });

  if (issues.length > 0)
    throw new ContractError(`${upstream} publishes what its contract refuses:\n${issues.join("\n")}`);
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
