/** A property value as the provider protocol carries it. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Properties = Record<string, Value>;

/** What stands for a value that is not known yet (pulumi/pulumi, sdk/go/common/resource/plugin/rpc.go). */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

export function isObject(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value stands for something else: a secret, an asset, an archive or a resource. */
export function isMarked(value: Value): boolean {
  return isObject(value) && signatureKey in value;
}

const isSecret = (value: Value): value is { value: Value } =>
  isObject(value) && value[signatureKey] === secretSignature && "value" in value;

/** Whether a test holds for a value or anything inside it. */
function some(value: Value, test: (value: Value) => boolean): boolean {
  if (test(value)) return true;
  if (Array.isArray(value)) return value.some((item) => some(item, test));
  return isObject(value) && Object.values(value).some((item) => some(item, test));
}

/** Whether a value, or anything inside it, is not known yet. */
export function containsUnknown(value: Value): boolean {
  return some(value, (part) => part === unknown);
}

/** Names of the properties that are secret, or have something secret inside. */
export function secretNames(properties: Properties): string[] {
  return Object.keys(properties).filter((key) => some(properties[key] ?? null, isSecret));
}

/** The text without what is secret in `properties`, whose values AWS's messages may quote. */
export function redacted(message: string, properties: Properties): string {
  return secretTexts(properties, false).reduce((text, secret) => text.replaceAll(secret, "[secret]"), message);
}

function secretTexts(value: Value, secret: boolean): string[] {
  if (typeof value === "string") return secret && value !== "" ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => secretTexts(item, secret));
  if (!isObject(value)) return [];
  if (isSecret(value)) return secretTexts(value.value, true);
  return Object.values(value).flatMap((item) => secretTexts(item, secret));
}

/** The plain value: what a cloud is told. */
export function withoutSecrets(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  if (isSecret(value)) return withoutSecrets(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item)]));
}

/** {@link withoutSecrets} of each property. */
export function plain(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, withoutSecrets(value)]));
}

/** The properties, those named being marked as secret. */
export function withSecrets(properties: Properties, names: Iterable<string>): Properties {
  const result = { ...properties };
  for (const name of names) {
    const value = result[name];
    if (value !== undefined && !isSecret(value)) result[name] = { [signatureKey]: secretSignature, value };
  }
  return result;
}

/** The values at a dotted path; what is inside lists is reached through them. Absent parts give none. */
export function valuesAt(value: Value | undefined, path: string): Value[] {
  const [head, ...rest] = path.split(".");
  const within = (parent: Value | undefined, keys: string[]): Value[] => {
    if (Array.isArray(parent)) return parent.flatMap((item) => within(item, keys));
    const [key, ...others] = keys;
    if (parent === undefined || parent === null) return [];
    if (key === undefined) return [parent];
    return isObject(parent) ? within(parent[key], others) : [];
  };
  return within(value, head === undefined ? [] : [head, ...rest]);
}

/** The text of a property; undefined where it is absent or not a text. */
export function text(properties: Properties, key: string): string | undefined {
  const value = properties[key];
  return typeof value === "string" ? value : undefined;
}

/** The path of a property inside what has `path`, e.g. `tags["kubernetes.io/role/elb"]`. */
export function pathTo(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
