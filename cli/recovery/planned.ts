import type { EngineEvent, Stack } from "@pulumi/pulumi/automation";
import type { RecordedResource } from "./deployment";

/** The engine's values that stand for what is not known yet (pulumi/pulumi, sdk/go/common/resource/plugin/rpc.go). */
const unknowns = /04da6b54-80e4-46f7-96ec-b56ff0331ba9|"output<[^>]*>"/;
/** What events say in the place of a secret. */
const secret = '"[secret]"';

const creating = new Set(["create", "create-replacement"]);

/**
 * What the next update of a stack would make, with the inputs that are known now.
 *
 * What is to be made and exists already was made by a run that never heard of it.
 */
export async function plannedCreates(stack: Stack): Promise<RecordedResource[]> {
  const creates: RecordedResource[] = [];
  const onEvent = ({ resourcePreEvent }: EngineEvent) => {
    const step = resourcePreEvent?.metadata;
    const state = step?.new;
    if (step === undefined || state === undefined || !creating.has(step.op)) return;
    const { urn, type, custom = false, parent, provider, inputs } = state;
    creates.push({ urn, type, custom, parent, provider, inputs: known(inputs) });
  };
  await stack.preview({ onEvent, color: "never" });
  return creates;
}

const known = (inputs: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(inputs).filter(([, value]) => {
      const text = JSON.stringify(value);
      return !unknowns.test(text) && !text.includes(secret);
    }),
  );
