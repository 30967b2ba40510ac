import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { CloudError } from "../cloud/errors";
import { isPatch } from "../models/kubernetes/kinds";
import type { KubernetesSettings } from "../models/kubernetes/object";
import { containsUnknown, isObject, type Properties, text } from "../values";
import { annotatedManager, forced, managerOf, newManager } from "./annotations";
import { isDefinition, objectById, objectOf, observedInputs } from "./inputs";
import type { KubernetesObject, ObjectApi } from "./object-api";
import { ApiError, isMissingNamespace, isRetried } from "./status";

/** A resource of the program and the cluster that it is in. */
export interface Place {
  api: ObjectApi;
  type: string;
  settings: Pick<KubernetesSettings, "patchForce" | "upsert">;
}

/** An object in the cluster, and who manages the fields of it that the program gave. */
export interface Managed {
  live: KubernetesObject;
  fieldManager: string;
}

/** The real provider tries for half a minute; what ends a refusal here is another call of the same update. */
const patienceMs = 10_000;
/** A busy machine serves many new definitions one after the other. */
const servedWithinMs = 120_000;
const lookMs = 50;
const longestPauseMs = 1_000;

/** What a preview can say of a create; undefined where only an update can (provider/pkg/provider/provider.go, Create). */
export async function previewCreate({ api, type }: Place, inputs: Properties): Promise<KubernetesObject | undefined> {
  if (containsUnknown(inputs) || isPatch(type)) return undefined;
  const object = objectOf(type, inputs);
  if ((await api.resourceOf(object)) === undefined) return undefined;
  const dryRun = (tried: KubernetesObject) => api.apply(tried, { ...newManager(), dryRun: true, force: true });
  try {
    return await dryRun(object);
  } catch (error) {
    if (isForbidden(error)) return undefined;
    const tried = await elsewhere(api, object, error);
    if (tried === undefined) throw error;
    const made = await dryRun(tried).catch((second) => {
      if (isForbidden(second)) return undefined;
      throw second;
    });
    return made && { ...made, metadata: { ...made.metadata, ...object.metadata } };
  }
}

/**
 * Another place to try an object in: the namespace is still to be made, or the object of that name is still to be
 * deleted, since it is replaced.
 *
 * The real provider gives up for a missing namespace, and tries another name where a field is immutable; here both are
 * tried, so that a mistake is found at preview.
 */
async function elsewhere(
  api: ObjectApi,
  object: KubernetesObject,
  error: unknown,
): Promise<KubernetesObject | undefined> {
  const { name } = object.metadata;
  const metadata = { ...object.metadata, name: `${name.slice(0, 40)}-${randomBytes(3).toString("hex")}` };
  if (isMissingNamespace(error)) return { ...object, metadata: { ...metadata, namespace: "default" } };
  // A definition's name follows from its group.
  if (!(error instanceof ApiError && error.status === 422) || isDefinition(object)) return undefined;
  return (await api.get(object)) === undefined ? undefined : { ...object, metadata };
}

/** @throws ApiError as the API server refuses it; also where an object of that name is there already. */
export async function create({ api, type, settings }: Place, inputs: Properties): Promise<Managed> {
  const object = objectOf(type, inputs);
  const { fieldManager } = annotatedManager(object) ?? newManager();
  const live = await patiently(async () => {
    if (!settings.upsert && !isPatch(type) && (await api.get(object)) !== undefined)
      throw await alreadyExists(api, object);
    return applied(api, object, fieldManager, forced(object, settings));
  });
  return { live: await served(api, live), fieldManager };
}

/** What a preview can say of an update; undefined where only an update can. */
export async function previewUpdate(
  place: Place,
  olds: Properties,
  news: Properties,
): Promise<KubernetesObject | undefined> {
  const object = objectOf(place.type, news);
  if (containsUnknown(news) || (await place.api.resourceOf(object)) === undefined) return undefined;
  try {
    return await changed(place, object, managerOf(olds, object), true);
  } catch (error) {
    if (isForbidden(error)) return undefined;
    throw error;
  }
}

/** @throws ApiError as the API server refuses it; also where the object is gone. */
export async function update(place: Place, olds: Properties, news: Properties): Promise<Managed> {
  const object = objectOf(place.type, news);
  const fieldManager = managerOf(olds, object);
  const live = await changed(place, object, fieldManager, false);
  return { live: await served(place.api, live), fieldManager };
}

/** An update replaces a definition and applies anything else (pkg/await/await.go, updateResource). */
async function changed(
  { api, type, settings }: Place,
  object: KubernetesObject,
  fieldManager: string,
  dryRun: boolean,
): Promise<KubernetesObject> {
  const before = await api.get(object);
  if (before === undefined) {
    const resource = await api.resourceOf(object);
    throw new ApiError(404, "NotFound", `${resource?.plural ?? type} "${object.metadata.name}" not found`);
  }
  if (!isDefinition(object)) {
    return explained(fieldManager, api.apply(object, { fieldManager, dryRun, force: forced(object, settings) }));
  }
  const { resourceVersion } = before.metadata;
  const metadata = { ...object.metadata, ...(resourceVersion !== undefined && { resourceVersion }) };
  return api.replace({ ...object, metadata }, { fieldManager, dryRun });
}

/** The object as it is and the inputs as the cluster has them; undefined where it is gone. */
export async function read(
  { api, type }: Place,
  id: string,
  olds: Properties,
  inputs: Properties,
): Promise<(Managed & { inputs: Properties | undefined }) | undefined> {
  const live = await api.get(objectById(type, inputs, id));
  if (live === undefined) return undefined;
  const fieldManager = managerOf(olds, live);
  if (Object.keys(inputs).length === 0) return { live, fieldManager, inputs: undefined };
  const program = objectOf(type, inputs);
  const canonical = isDefinition(program)
    ? undefined
    : await api.apply(program, { fieldManager, dryRun: true, force: true }).catch((error: unknown) => {
        // What the cluster took once it may refuse now: then the inputs are compared as they are spelled.
        if (error instanceof ApiError) return undefined;
        throw error;
      });
  return { live, fieldManager, inputs: observedInputs(inputs, live, canonical) };
}

/** A definition is of use once its kind is served; custom resources are refused before. */
async function served(api: ObjectApi, live: KubernetesObject): Promise<KubernetesObject> {
  if (!isDefinition(live)) return live;
  api.forget();
  const deadline = performance.now() + servedWithinMs;
  // Definitions are large: looking at many of them often would keep the server from serving them.
  for (let pause = lookMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
    await sleep(pause);
    const now = (await api.get(live)) ?? live;
    const conditions = isObject(now.status) && Array.isArray(now.status.conditions) ? now.status.conditions : [];
    const is = (type: string, status: string) =>
      conditions.find((condition) => isObject(condition) && condition.type === type && condition.status === status);
    const refused = is("NamesAccepted", "False");
    if (isObject(refused)) throw new ApiError(422, "NamesNotAccepted", text(refused, "message") ?? "");
    if (is("Established", "True")) return now;
    if (performance.now() > deadline) throw new CloudError("Timeout", `${live.metadata.name} is not established`);
  }
}

const applied = (api: ObjectApi, object: KubernetesObject, fieldManager: string, force: boolean) =>
  explained(fieldManager, api.apply(object, { fieldManager, dryRun: false, force }));

/** A conflict, with what the real provider says of it (pkg/await/await.go, handleSSAErr). */
async function explained<T>(fieldManager: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    throw new ApiError(
      409,
      error.code,
      `The resource managed by field manager "${fieldManager}" had an apply conflict: ${error.message}`,
    );
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isRetried(error) || performance.now() > deadline) throw error;
      await sleep(lookMs * 4);
    }
  }
}

async function alreadyExists(api: ObjectApi, object: KubernetesObject): Promise<ApiError> {
  const resource = await api.resourceOf(object);
  return new ApiError(
    409,
    "AlreadyExists",
    `${resource?.plural ?? object.kind} "${object.metadata.name}" already exists`,
  );
}

/** At a preview the real provider takes what admission forbids as not to be judged yet: a quota may be raised first. */
const isForbidden = (error: unknown) => error instanceof ApiError && error.status === 403;
