import type { PropertyDrift } from "./result";

/** A difference; who sets the property is not known yet. */
type Difference = Omit<PropertyDrift, "managed">;

type Properties = Record<string, unknown>;

/** A resource before and after a refresh, as the engine's events show it: secrets are masked already. */
export interface Refreshed {
  type: string;
  recorded: Properties;
  actual: Properties;
  /** The provider's own comparison of inputs, by property path: `add`, `delete`, `update`, also with `-replace`. */
  detailed: Record<string, string>;
  /** Paths whose changes the program ignores. */
  ignored: readonly string[];
}

/**
 * What the API server keeps for itself and writes all the time
 * (kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta).
 */
const kubernetesBookkeeping = /^(status|__\w+|metadata\.(generation|managedFields|resourceVersion))\b/;

/**
 * The properties that differ between the state and the cloud.
 *
 * What the provider's comparison names counts, and so does every other output that differs: somebody may have set what
 * the program leaves to AWS. A value that only the provider can compare (a secret) is known by its path alone.
 */
export function changedProperties(refreshed: Refreshed): PropertyDrift[] {
  const { recorded, actual, detailed, ignored, type } = refreshed;
  const found = new Map<string, Difference>();
  for (const change of differences(recorded, actual, "")) found.set(change.path, change);
  for (const [path, kind] of Object.entries(detailed)) {
    const known = [...found.keys()].some((other) => other === path || isWithin(other, path) || isWithin(path, other));
    if (!known) found.set(path, named(path, kind, recorded, actual));
  }
  const kept = [...found.values()].filter(
    ({ path }) => !ignored.some((head) => path === head || isWithin(path, head)) && !isBookkeeping(type, path),
  );
  const touched = Object.keys(detailed).map((path) => path.replace(/^tagsAll/, "tags"));
  const isManaged = ({ path }: Difference) =>
    touched.some((other) => other === path || isWithin(other, path) || isWithin(path, other));
  return onceForTags(kept)
    .map((change) => ({ ...change, managed: isManaged(change) }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** When AWS last changed something: what it changed is told anyway. */
const changeTimes = /^(modifiedAt|updatedAt|lastModified\w*|lastUpdated\w*)$/;

const isBookkeeping = (type: string, path: string) =>
  path.startsWith("__") || (type.startsWith("kubernetes:") ? kubernetesBookkeeping : changeTimes).test(path);

/** Whether `path` is inside `head`. */
const isWithin = (path: string, head: string) => path.startsWith(`${head}.`) || path.startsWith(`${head}[`);

function named(path: string, kind: string, recorded: Properties, actual: Properties): Difference {
  const [head = path] = path.split(/[.[]/, 1);
  const [before, after] = path === head ? [recorded[head], actual[head]] : [undefined, undefined];
  return {
    path,
    kind: kind.startsWith("add") ? "add" : kind.startsWith("delete") ? "delete" : "update",
    ...(before !== undefined && { recorded: before }),
    ...(after !== undefined && { actual: after }),
  };
}

/** `tagsAll` repeats `tags` with the tags that all things have: each tag is told once, as `tags.KEY`. */
function onceForTags(changes: Difference[]): Difference[] {
  const key = (path: string) => /^tags(?:All)?([.[].*)$/s.exec(path)?.[1];
  const tags = new Map<string, Difference>();
  for (const change of changes) {
    const tag = key(change.path);
    // What is recorded of a tag that all things have stands in `tagsAll` alone.
    if (tag !== undefined && (change.path.startsWith("tagsAll") || !tags.has(tag))) {
      tags.set(tag, { ...change, path: `tags${tag}` });
    }
  }
  return [...changes.filter(({ path }) => key(path) === undefined && path !== "tagsAll"), ...tags.values()];
}

function* differences(before: unknown, after: unknown, path: string): Generator<Difference> {
  if (isObject(before) && isObject(after)) {
    for (const key of Object.keys({ ...before, ...after })) {
      yield* differences(before[key], after[key], step(path, key));
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      yield* differences(before[index], after[index], `${path}[${index}]`);
    }
  } else if (absent(before) !== absent(after)) {
    yield* absent(before) ? onlyIn("add", "actual", after, path) : onlyIn("delete", "recorded", before, path);
  } else if (!absent(before) && JSON.stringify(before) !== JSON.stringify(after)) {
    yield { path, kind: "update", recorded: before, actual: after };
  }
}

/** A map of tags that appears as a whole is told by its tags. */
function* onlyIn(
  kind: "add" | "delete",
  side: "actual" | "recorded",
  value: unknown,
  path: string,
): Generator<Difference> {
  if (isObject(value) && (path === "tags" || path === "tagsAll")) {
    for (const [key, tag] of Object.entries(value)) yield { path: step(path, key), kind, [side]: tag };
  } else {
    yield { path, kind, [side]: value };
  }
}

const absent = (value: unknown) => value === undefined || value === null;

const isObject = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A step of a property path, as the engine writes it. */
function step(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
