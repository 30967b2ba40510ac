import { createHash } from "node:crypto";
import { isUnknownValue } from "../../policy-packs/core/unknown";
import type { Properties } from "../model/step";
import type { Shown } from "../model/values";

/** Marks of values that JSON has no form for (pulumi/pulumi, sdk/go/common/resource/sig/sig.go). */
const markKey = "4dabf18193072939515e22adb298388d";
const marks = {
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  secret: "1b47061264138c4ac30d75fd1eb44270",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** What the engine writes in its events in place of a secret (pulumi/pulumi, pkg/engine/events.go). */
const maskedSecret = "[secret]";

/** Properties of an event, with what is secret or unknown in them hidden, and without what only providers tell each other. */
export function shownProperties(properties: Readonly<Record<string, unknown>> | undefined): Properties {
  return objectOf(properties ?? {});
}

/** `value` of an event as a review shows it. */
export function shown(value: unknown): Shown {
  if (typeof value === "string") {
    if (value === maskedSecret) return { $: "secret" };
    return isUnknownValue(value) ? { $: "unknown" } : value;
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(shown);
  const mark = Reflect.get(value, markKey);
  return mark === undefined ? objectOf(value) : marked(mark, value);
}

function objectOf(value: object): { [key: string]: Shown } {
  const result: { [key: string]: Shown } = {};
  for (const [key, item] of Object.entries(value)) {
    if (!key.startsWith("__") && item !== undefined) result[key] = shown(item);
  }
  return result;
}

/** A value that JSON has no form for. */
function marked(mark: unknown, value: object): Shown {
  const { hash, id, urn, value: inner, secret } = value as Record<string, unknown>;
  switch (mark) {
    case marks.secret:
      return { $: "secret" };
    case marks.output:
      return secret ? { $: "secret" } : inner === undefined ? { $: "unknown" } : shown(inner);
    case marks.resource:
      return shown(id ?? urn);
    case marks.asset:
    case marks.archive:
      return { $: "file", hash: String(hash ?? "") };
    default:
      return { $: "unknown" };
  }
}

/** Longer texts are shown by their beginning: user data, and scripts in configuration maps, make a review unreadable. */
const longest = 20_000;
const beginning = 2_000;

/** `value` with long texts in it shortened. */
export function shortened(value: Shown): Shown {
  if (typeof value === "string") {
    if (value.length <= longest) return value;
    const hash = createHash("sha256").update(value).digest("hex");
    return { $: "long", start: value.slice(0, beginning), characters: value.length, hash };
  }
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortened(item)]));
}
