import { setTimeout as sleep } from "node:timers/promises";
import { CloudError } from "../cloud/errors";
import { isPatch } from "../models/kubernetes/kinds";
import type { Properties } from "../values";
import { managerOf, propagationOf } from "./annotations";
import type { Place } from "./changes";
import { isDefinition, objectById } from "./inputs";

const lookMs = 50;
/** The real provider waits 10 minutes; nobody looks at a sandbox's finalizers for so long. */
const goneWithinMs = 120_000;

/**
 * Deletes an object and waits until it is gone; a patch gives up its fields instead.
 *
 * @throws ApiError as the API server refuses it. CloudError where finalizers keep it.
 */
export async function remove(
  { api, type }: Place,
  id: string,
  olds: Properties,
  timeoutMs = goneWithinMs,
): Promise<void> {
  const object = objectById(type, olds, id);
  if ((await api.resourceOf(object)) === undefined) return;
  if (isPatch(type)) {
    await api.apply(object, { fieldManager: managerOf(olds, object), dryRun: false });
    return;
  }
  const before = await api.get(object);
  if (before === undefined || !(await api.delete(object, propagationOf(olds)))) return;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const left = await api.get(object);
    if (left === undefined || left.metadata.uid !== before.metadata.uid) break;
    if (performance.now() > deadline) {
      const finalizers = Array.isArray(left.metadata.finalizers) ? left.metadata.finalizers.join(", ") : "none";
      throw new CloudError("Timeout", `${id} is not gone after ${timeoutMs / 1000} s; its finalizers: ${finalizers}`);
    }
    await sleep(lookMs);
  }
  if (isDefinition(object)) api.forget();
}
