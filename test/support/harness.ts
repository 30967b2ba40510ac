import * as pulumi from "@pulumi/pulumi";
import { sandboxMocks } from "../../sandbox/mocks";

export interface Registered {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  provider: string;
}

/** Resources registered since the last `startMocks`, in order of registration. */
const registered: Registered[] = [];

interface MockOptions {
  preview?: boolean;
  /** Outputs of a resource, over those that the sandbox gives it. */
  outputs?: (type: string, name: string) => Record<string, unknown>;
  /** Account and region of the cloud. Default: 111122223333 and eu-west-1. */
  cloud?: { account?: string; region?: string };
  /** What other stacks publish, by the stack's name. Any other stack is unknown. */
  published?: Record<string, PublishedOutputs>;
}

interface PublishedOutputs {
  outputs: Record<string, unknown>;
  secretOutputNames?: string[];
}

/**
 * Replaces the engine, over a fresh cloud of the sandbox's models.
 *
 * With `preview`, computed outputs are unknown, as they are before the first deployment.
 */
export async function startMocks(options: MockOptions = {}): Promise<void> {
  const { preview = false, outputs, published = {} } = options;
  registered.length = 0;
  const cloud = sandboxMocks({ preview, ...options.cloud });
  await pulumi.runtime.setMocks(
    {
      newResource: async (args) => {
        const { type, name, inputs, provider } = args;
        registered.push({ type, name, inputs, provider: provider ?? "" });
        const { id, state } = await cloud.newResource(args);
        return { id, state: preview ? state : { ...state, ...outputs?.(type, name) } };
      },
      call: (args) =>
        args.token === "pulumi:pulumi:readStackOutputs"
          ? readStackOutputs(args.inputs.name, published)
          : cloud.call(args),
    },
    "foundation",
    "test",
    preview,
    "organization",
  );
}

/** Answers and fails as the engine does. */
function readStackOutputs(name: string, published: Record<string, PublishedOutputs>): PublishedOutputs {
  const found = published[name.replace("organization/foundation/", "")];
  if (found !== undefined) return { secretOutputNames: [], ...found };
  const details = `invocation of pulumi:pulumi:readStackOutputs returned an error: unknown stack "${name}"`;
  throw Object.assign(new Error(details), { details });
}

/** What a component asked the engine for, keyed by type and name, sorted so a diff shows only real change. */
export function inventory(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    registered.map((r) => [`${r.type}::${r.name}`, r.inputs] as const).sort(([a], [b]) => a.localeCompare(b)),
  );
}

/** The four promises inside an Output; a failed check rejects each of them. */
interface OutputInternals<T> {
  promise(): Promise<T>;
  isKnown: Promise<boolean>;
  isSecret: Promise<boolean>;
  allResources(): Promise<unknown>;
}

/** The value of an Output; rejects when the Output does. */
export async function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  const inner = output as unknown as OutputInternals<T>;
  await Promise.allSettled([inner.isKnown, inner.isSecret, inner.allResources()]);
  return inner.promise();
}

/** Number of resources of each type. */
export function counts(): Record<string, number> {
  const result: Record<string, number> = {};
  for (const { type } of registered) result[type] = (result[type] ?? 0) + 1;
  return Object.fromEntries(Object.entries(result).sort());
}

/** Cloud resources that fell back to an ambient provider. */
export function onDefaultProvider(): string[] {
  return registered.filter((r) => r.type.startsWith("aws:") && r.provider === "").map((r) => `${r.type}::${r.name}`);
}

/** Waits until every resource the test created has been registered. */
export async function settled(): Promise<void> {
  // Internal, and stripped from the SDK's types; nothing else tells that all registrations are through.
  await (pulumi.runtime as unknown as { waitForRPCs(disconnect: boolean): Promise<void> }).waitForRPCs(false);
}
