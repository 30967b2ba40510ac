import { CloudError } from "../cloud/errors";
import {
  containsUnknown,
  isMarked,
  isObject,
  type Properties,
  pathTo,
  unknown,
  type Value,
  withoutSecrets,
} from "../values";
import { type Kind, type ObjectShape, serviceOf } from "./shape";
import { nearest } from "./similar";
import { objectShape, shapeOf, shapesOf } from "./store";

/** An input that the SDK does not declare so. */
export interface Mistake {
  /** Its path, e.g. `rootBlockDevice.volumeSize`. */
  path: string;
  /** What is wrong, in the words of the real provider. Never says a value. */
  reason: string;
}

/** Inputs as the provider takes them, and what it does not take. */
export interface Conformed {
  inputs: Properties;
  mistakes: Mistake[];
}

/**
 * Holds inputs against what the SDK declares, and converts what the real provider converts: texts to numbers and
 * booleans and back, one value to a list of one and back, objects to JSON documents.
 *
 * What is unknown, secret, an asset or a resource is not judged and stays as it is. The order of checks, conversions
 * and words are those of pulumi-terraform-bridge (pkg/tfbridge/schema.go, check_failures.go) and of the validation that
 * it calls (terraform-plugin-sdk, helper/schema/schema.go).
 *
 * @throws CloudError where the SDK has no such type.
 */
export function conform(type: string, sent: Properties): Conformed {
  const shape = shapeOf(type);
  if (shape === undefined) throw new CloudError("UnrecognizedResourceType", unrecognized(type));
  const walk = new Walk();
  // `tagsAll` is the provider's own, and comes back with the inputs of an update (`ignoreChanges`) or an import.
  const properties: Record<string, Kind> = { ...shape.properties, tagsAll: { map: "string" } };
  const known = shape.outputs.includes("tagsAll") ? { ...shape, properties } : shape;
  return { inputs: walk.object(known, sent, "", shape.outputs), mistakes: walk.mistakes };
}

/** What a failed check says, as the engine shows it for each mistake. */
export function reasonOf({ path, reason }: Mistake, name: string): string {
  return `${reason}${reason.endsWith("?") ? "" : "."} Examine values at '${name}.${path}'.`;
}

function unrecognized(type: string): string {
  const classOf = (token: string) => token.split(":").at(-1) ?? token;
  const types = Object.keys(shapesOf(serviceOf(type)).resources);
  const meant = nearest(classOf(type), types.map(classOf));
  const token = types.find((known) => classOf(known) === meant);
  return `unrecognized resource type (Check): ${type}${didYouMean(token)}`;
}

const didYouMean = (name: string | undefined) => (name === undefined ? "" : `. Did you mean '${name}'?`);

class Walk {
  readonly mistakes: Mistake[] = [];

  object(shape: ObjectShape, given: Properties, path: string, computed: readonly string[] = []): Properties {
    const result: Properties = {};
    for (const [name, value] of Object.entries(given)) {
      if (value === null) continue;
      const kind = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
      const at = pathTo(path, name);
      // What starts so is the bridge's own, e.g. __defaults.
      if (kind === undefined && !name.startsWith("__")) this.unknownName(shape, name, at, computed);
      const converted = this.value(kind ?? "any", value, at);
      if (converted !== undefined) result[name] = converted;
    }
    for (const name of shape.required) {
      const at = pathTo(path, name);
      if (result[name] !== undefined || this.mistakes.some((found) => found.path === at)) continue;
      const detail = `The argument "${name}" is required, but no definition was found`;
      this.mistake(at, `Missing required argument. ${detail}`);
    }
    return result;
  }

  private value(kind: Kind, value: Value, path: string): Value | undefined {
    if (value === unknown || value === null || kind === "any" || isMarked(value)) return value;
    if (typeof kind === "string") return this.single(kind, value, path);
    if ("list" in kind) return this.list(kind.list, Array.isArray(value) ? value : [value], path);
    const one = Array.isArray(value) ? this.only(value, path) : value;
    if (one === undefined || one === unknown || isMarked(one)) return one;
    if (!isObject(one)) {
      const what =
        "map" in kind ? "Attribute should be a map" : `Expected Object Type. Expected object, got ${typeof one}`;
      return this.mistake(path, what);
    }
    if ("map" in kind) {
      const entries = Object.entries(one).map(([key, item]) => [key, this.value(kind.map, item, pathTo(path, key))]);
      return Object.fromEntries(entries);
    }
    const shape = objectShape(kind.object);
    return shape === undefined ? one : this.object(shape, one, path);
  }

  private list(kind: Kind, items: Value[], path: string): Value[] {
    return items.map((item, index) => this.value(kind, item, `${path}[${index}]`) ?? null);
  }

  /** The SDK declares a list of at most one object as that object. */
  private only([first, ...more]: Value[], path: string): Value | undefined {
    if (more.length === 0) return first;
    const detail = `Attribute supports 1 item maximum, config has ${more.length + 1} declared`;
    return this.mistake(path, `List longer than MaxItems. ${detail}`);
  }

  private single(kind: "boolean" | "document" | "number" | "string", value: Value, path: string): Value | undefined {
    if (typeof value === "object" && kind === "document") return documentOf(value);
    if (Array.isArray(value)) return this.mistake(path, "Attribute must be a single value, not a list");
    if (isObject(value)) return this.mistake(path, "Attribute must be a single value, not a map");
    if (kind === "boolean") return booleanOf(value) ?? this.mistake(path, "Attribute must be true or false");
    if (kind === "number") return numberOf(value) ?? this.mistake(path, "Attribute must be a number");
    return String(value);
  }

  private unknownName(
    { properties, deprecated }: ObjectShape,
    name: string,
    path: string,
    computed: readonly string[],
  ) {
    if (computed.includes(name)) {
      const detail = `Computed attributes cannot be set, but a value was set for "${name}"`;
      return this.mistake(path, `Computed attributes cannot be set. ${detail}`);
    }
    const current = Object.keys(properties).filter((known) => !deprecated.includes(known));
    return this.mistake(path, `Invalid or unknown key${didYouMean(nearest(name, current))}`);
  }

  private mistake(path: string, reason: string): undefined {
    this.mistakes.push({ path, reason });
  }
}

/** What Go's strconv.ParseBool takes, and the empty text, which counts as false. */
const truths = ["1", "t", "T", "true", "TRUE", "True"];
const untruths = ["0", "f", "F", "false", "FALSE", "False", ""];

function booleanOf(value: Value): boolean | undefined {
  if (typeof value !== "string") return Boolean(value);
  return truths.includes(value) ? true : untruths.includes(value) ? false : undefined;
}

function numberOf(value: Value): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function documentOf(value: Value): string {
  return containsUnknown(value) ? unknown : JSON.stringify(withoutSecrets(value));
}
