import type { Stack } from "@pulumi/pulumi/automation";
import { exportOf, type RecordedResource } from "./deployment";

/** A resource that may exist under an id. */
export type Candidate = RecordedResource & { id: string };

/**
 * Reads `candidates` through the providers among `recorded`, by a refresh of a scratch stack that claims them all.
 *
 * @returns those that exist, as they are.
 */
export async function readCandidates(
  stack: Stack,
  candidates: Candidate[],
  recorded: RecordedResource[],
): Promise<Candidate[]> {
  if (candidates.length === 0) return [];
  const used = new Set(candidates.map(({ provider }) => provider));
  const providers = recorded.filter((resource) => used.has(`${resource.urn}::${resource.id}`));
  // Several may be candidates for one resource: each is claimed under a name of its own.
  const claimed = candidates.map(({ urn, type, id, provider, inputs }, index) => {
    const claim = { urn: `${urn}-${index}`, type, id, provider, custom: true };
    // The provider reads an object by its id and last known state; of a create that is what was asked for.
    return { ...claim, inputs, outputs: inputs ?? {} };
  });
  const exported = await exportOf(stack);
  const parentless = providers.map(({ parent: _parent, ...provider }) => provider);
  await stack.importStack({
    ...exported,
    deployment: { ...exported.deployment, resources: [...parentless, ...claimed] },
  });
  await stack.refresh({ color: "never" });
  const { resources = [] } = (await exportOf(stack)).deployment;
  return candidates.flatMap((candidate, index) => {
    const read = resources.find(({ urn }) => urn === `${candidate.urn}-${index}`);
    return read === undefined ? [] : [{ ...candidate, inputs: read.inputs, outputs: read.outputs }];
  });
}
