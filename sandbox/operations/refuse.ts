import { parseArn } from "../../components/core/arn";
import { CloudError } from "../cloud/errors";
import { activeStatus, type CloudResource } from "../cloud/resource";
import type { Scope } from "../cloud/scope";
import type { Operation, Reference, Request } from "../models/model";
import { isPropagated } from "../models/propagation";
import { tagRefusalsOf } from "../models/tags";
import { containsUnknown, isObject, type Properties, unknown, type Value, valuesAt } from "../values";
import type { Target } from "./lifecycle";

/**
 * Refuses what AWS refuses.
 *
 * In a preview what is not known yet is not judged, and what depends on the cloud only so far as no update under way
 * can change it.
 *
 * @throws CloudError of the first refusal that applies.
 */
export function refuse(target: Target, operation: Operation, request: Request, { preview = false } = {}): void {
  const { model, checkReferences = true } = target;
  if (operation !== "delete" && checkReferences) {
    for (const [path, reference] of Object.entries(model.references ?? {}))
      checkReference(request, path, reference, preview);
  }
  for (const refusal of [...(model.refusals ?? []), ...tagRefusalsOf(model)]) {
    if (!(refusal.on ?? ["create", "update"]).includes(operation)) continue;
    if (refusal.looksUp && !checkReferences) continue;
    if (preview && (!refusal.atPreview || readsUnknown(request.inputs, refusal.reads))) continue;
    const reason = refusal.when(request);
    if (reason !== undefined) throw new CloudError(refusal.code, reason, refusal.retried, refusal);
  }
}

function readsUnknown(inputs: Properties, reads: readonly string[] | undefined): boolean {
  if (reads === undefined) return containsUnknown(inputs);
  return reads.some((path) => isUnknownAt(inputs, path.split(".")));
}

/** Whether what is at a path, or what would hold it, is not known yet. */
function isUnknownAt(value: Value | undefined, [key, ...rest]: string[]): boolean {
  if (value === undefined || key === undefined || value === unknown)
    return value !== undefined && containsUnknown(value);
  if (Array.isArray(value)) return value.some((item) => isUnknownAt(item, [key, ...rest]));
  return isObject(value) && isUnknownAt(value[key], rest);
}

/** An id that AWS gives, e.g. subnet-0a1b2c3d4e5f60718. Nobody knows one before what it names exists. */
const assignedId = /^[a-z]+-[0-9a-f]{8,17}$/;

function checkReference({ scope, inputs }: Request, path: string, reference: Reference, preview: boolean): void {
  for (const value of valuesAt(inputs, path).flat()) {
    if (typeof value !== "string" || value === unknown || !isJudged(scope, reference, value)) continue;
    // A name that people choose, or an ARN made of one, may be that of something the same update is yet to make.
    if (preview && !assignedId.test(value)) continue;
    if (exists(scope, reference, value)) continue;
    throw new CloudError(reference.code, reference.message(value), reference.retried, reference);
  }
}

/** What another account has is not seen from here. */
function isJudged({ account }: Scope, { applies }: Reference, value: string): boolean {
  const arn = parseArn(value);
  return (arn === undefined || arn.accountId === account) && (applies?.(value) ?? true);
}

function exists(scope: Scope, { types, by, exists: lookUp, retried }: Reference, value: string): boolean {
  if (lookUp !== undefined) return lookUp(scope, value);
  const seen = (found: CloudResource) => !retried || isPropagated(scope, found);
  const active = (found: CloudResource | undefined) => found?.status === activeStatus && seen(found);
  return types.some((type) => {
    const places = [scope, scope.global];
    if (by === undefined) return places.some((place) => active(place.find(type, value)));
    return places.some((place) => place.having(type, by, value).some(active));
  });
}
