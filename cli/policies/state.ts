import { z } from "zod";
import { checkValue } from "../../components/core/reasons";
import type { Options, StackResource } from "../../policy-packs/core/rule";
import { unknownString } from "../../policy-packs/core/unknown";

/** What a state records, as rules see it. */
export interface State {
  /** Name of the stack, by its URNs; empty where it has no resource. */
  stack: string;
  /** As they were asked for: what rules for single resources judge. */
  inputs: StackResource[];
  /** As they became: what rules for stacks judge. */
  outputs: StackResource[];
  /** Things in the cloud, without components and providers. */
  things: number;
}

/** The text is no state. The message has a line for each of the first mistakes, and none quotes a value. */
export class StateError extends Error {
  override readonly name = "StateError";
}

const urns = z.array(z.string());
const bag = z.record(z.string(), z.unknown());

/** A resource of a deployment, as far as rules look at it (pulumi/pulumi, sdk/go/common/apitype/core.go, ResourceV3). */
const resourceSchema = z.object({
  urn: z.string().regex(/^urn:pulumi:/, "must be a URN, which begins with urn:pulumi:"),
  type: z.string(),
  custom: z.boolean().optional(),
  id: z.string().optional(),
  parent: z.string().optional(),
  /** The provider's URN and id, joined by `::`. */
  provider: z.string().optional(),
  inputs: bag.optional(),
  outputs: bag.optional(),
  propertyDependencies: z.record(z.string(), urns.nullable()).optional(),
  protect: z.boolean().optional(),
  ignoreChanges: z.array(z.string()).optional(),
  /** Read, and made by somebody else. */
  external: z.boolean().optional(),
  /** Replaced, and yet to be deleted. */
  delete: z.boolean().optional(),
  /** Deleted to be replaced, and not yet made again. */
  pendingReplacement: z.boolean().optional(),
});
type Recorded = z.output<typeof resourceSchema>;

const deploymentSchema = z.object({ resources: z.array(resourceSchema).nullish() });
const version = z.union([z.literal(3), z.literal(4)], "must be 3 or 4: export it with a newer Pulumi");

/** What `pulumi stack export` prints, and what a backend of files keeps. */
const exportSchema = z.object({ version, deployment: deploymentSchema });
const checkpointSchema = z.object({ version, checkpoint: z.object({ latest: deploymentSchema.nullish() }) });

const mostMistakes = 5;

/**
 * Reads a state export. What is secret in it, encrypted or not, becomes unknown: no rule reads it.
 *
 * @throws StateError where it is none.
 */
export function readState(text: string): State {
  const value = parseJson(text);
  const isFile = typeof value === "object" && value !== null && "checkpoint" in value;
  const { data, issues } = checkValue("state", isFile ? checkpointSchema : exportSchema, value);
  if (issues.length > 0) {
    const lines = issues.map(({ path, reason }) => `${path.replace(/^state\.?/, "") || "it"} ${reason}`);
    const more = lines.length > mostMistakes ? [`… and ${lines.length - mostMistakes} more`] : [];
    throw new StateError([...lines.slice(0, mostMistakes), ...more].join("\n"));
  }
  // What the schemas made of it: one of these two.
  const read = data as Partial<z.output<typeof exportSchema> & z.output<typeof checkpointSchema>>;
  return stateOf((read.deployment ?? read.checkpoint?.latest)?.resources ?? []);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The error's own message quotes the text, which may be a secret.
    if (error instanceof SyntaxError) throw new StateError("it is no JSON");
    throw error;
  }
}

function stateOf(resources: readonly Recorded[]): State {
  const there = resources.filter((one) => !one.delete && !one.pendingReplacement && !one.external);
  const types = new Map(resources.map(({ urn, type }) => [urn, type]));
  const providers = new Map(there.filter(({ type }) => isProvider(type)).map((one) => [`${one.urn}::${one.id}`, one]));
  const seen = (one: Recorded, props: Record<string, unknown>): StackResource => {
    const provider = providers.get(one.provider ?? "");
    return {
      type: one.type,
      urn: one.urn,
      name: nameOf(one.urn),
      props: withoutSecrets(props) as Record<string, unknown>,
      options: optionsOf(one),
      propertyDependencies: dependenciesOf(one, types),
      ...(provider && { provider: asProvider(provider) }),
    };
  };
  return {
    stack: there[0]?.urn.split("::")[0]?.replace("urn:pulumi:", "") ?? "",
    inputs: there.map((one) => seen(one, one.inputs ?? {})),
    outputs: there.map((one) => seen(one, { ...one.outputs, ...(one.id !== undefined && { id: one.id }) })),
    things: there.filter(({ custom, type }) => custom && !isProvider(type)).length,
  };
}

const isProvider = (type: string) => type.startsWith("pulumi:providers:");
const nameOf = (urn: string) => urn.split("::").slice(3).join("::");

const asProvider = ({ type, urn, inputs = {} }: Recorded) => ({
  type,
  name: nameOf(urn),
  props: withoutSecrets(inputs) as Record<string, unknown>,
});

const optionsOf = ({ protect = false, ignoreChanges = [], parent }: Recorded): Options => ({
  protect,
  ignoreChanges,
  ...(parent !== undefined && { parent }),
});

function dependenciesOf({ propertyDependencies = {} }: Recorded, types: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    Object.entries(propertyDependencies).map(([property, sources]) => [
      property,
      (sources ?? []).map((urn) => ({ urn, type: types.get(urn) ?? "" })),
    ]),
  );
}

/** Marks of values that JSON has no form for (pulumi/pulumi, sdk/go/common/resource/sig/sig.go). */
const mark = "4dabf18193072939515e22adb298388d";
const opaque: readonly unknown[] = [
  // A secret; its other keys are ciphertext, or plaintext where it was exported with --show-secrets.
  "1b47061264138c4ac30d75fd1eb44270",
  // An output value, known or not, with whether it is secret.
  "d0e6a833031e9bbcd3f4e8bde6ca49a4",
];

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  if (opaque.includes(Reflect.get(value, mark))) return unknownString;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}
