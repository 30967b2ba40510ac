import { unguarded } from "../core/unknown";

/** A property as the engine sends it: JSON, in which what JSON has no word for is an object with a signature. */
export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };
export type WireObject = Record<string, Wire>;

/** Under which the signature stands; this and the signatures: @pulumi/pulumi, runtime/rpc.ts. */
const signatureKey = "4dabf18193072939515e22adb298388d";
const signatures = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;
type Kind = keyof typeof signatures;
const kinds: ReadonlyMap<unknown, Kind> = new Map(
  Object.entries(signatures).map(([kind, signature]) => [signature, kind as Kind]),
);
/** Stands for an output whose value is not known; see core/unknown.ts. */
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How a value came that is more than JSON. */
interface Origin {
  readonly value: unknown;
  readonly wire: WireObject;
  readonly secret: boolean;
}

/**
 * The properties of a resource as rules read them: secrets and references as plain values, assets and archives as objects
 * that say where they are. What is unknown stays the engine's sentinel.
 *
 * @throws Error where something has a signature that is not known: then nothing can be said of the resource.
 */
export const plainProperties = (wire: WireObject): Record<string, unknown> => new Properties(wire).props;

/** Properties that can be changed in place and sent back. */
export class Properties {
  readonly props: Record<string, unknown> = {};
  /** By the object or list that they are in, and where in it. */
  private readonly origins = new Map<unknown, Map<string, Origin>>();
  private readonly assets = new Map<unknown, WireObject>();
  /** How many secrets came in each property. */
  private readonly secrets = new Map<string, number>();
  private secretsSeen = 0;

  constructor(wire: WireObject) {
    for (const [key, item] of Object.entries(wire)) {
      this.secretsSeen = 0;
      this.props[key] = this.readAt(this.props, key, item);
      if (this.secretsSeen > 0) this.secrets.set(key, this.secretsSeen);
    }
  }

  /**
   * As the engine takes them: what was secret is, and assets and archives are as they came, whatever was done to them.
   *
   * A property in which a secret is no longer where it was is secret as a whole, since it may be anywhere in it.
   */
  wire(): WireObject {
    const written: WireObject = {};
    for (const [key, value] of Object.entries(this.props)) {
      this.secretsSeen = 0;
      const wire = this.writeAt(this.props, key, value);
      if (wire === undefined) continue;
      const whole = this.secretsSeen < (this.secrets.get(key) ?? 0) && kindOf(wire) !== "secret";
      written[key] = whole ? secret(wire) : wire;
    }
    return written;
  }

  private readAt(holder: object, key: string, wire: Wire): unknown {
    const value = this.read(wire);
    if (kindOf(wire) === undefined) return value;
    const origin = { value, wire: wire as WireObject, secret: isSecret(wire) };
    if (origin.secret) this.secretsSeen++;
    const here = this.origins.get(holder);
    if (here) here.set(key, origin);
    else this.origins.set(holder, new Map([[key, origin]]));
    return value;
  }

  private read(wire: Wire): unknown {
    if (wire === null || typeof wire !== "object") return wire;
    if (Array.isArray(wire)) {
      const list: unknown[] = [];
      for (const [index, item] of wire.entries()) list.push(this.readAt(list, String(index), item));
      return list;
    }
    switch (kindOf(wire)) {
      case undefined:
        return this.readObject(wire);
      case "secret":
        return this.read(wire.value ?? null);
      case "output":
        return wire.value === undefined ? unknownValue : this.read(wire.value);
      case "resource":
        return wire.id || wire.urn || null;
      default:
        return this.readAsset(wire);
    }
  }

  private readObject(wire: WireObject): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(wire)) object[key] = this.readAt(object, key, item);
    return object;
  }

  private readAsset(wire: WireObject): unknown {
    const { [signatureKey]: _signature, hash: _hash, ...where } = wire;
    const asset = this.readObject(where);
    this.assets.set(asset, wire);
    return asset;
  }

  /** Undefined for what is not there. */
  private writeAt(holder: object, key: string, item: unknown): Wire | undefined {
    const value = unguarded(item);
    const origin = this.origins.get(holder)?.get(key);
    const same = origin !== undefined && value === origin.value;
    if (same && origin.secret) this.secretsSeen++;
    if (same && (typeof value !== "object" || value === null)) return origin.wire;
    const wire = this.write(value);
    return wire !== undefined && origin?.secret ? secret(wire) : wire;
  }

  private write(value: unknown): Wire | undefined {
    if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
    if (typeof value !== "object") return undefined;
    const asset = this.assets.get(value);
    if (value === null || asset) return asset ?? null;
    if (Array.isArray(value)) {
      return value.map((_item, index) => this.writeAt(value, String(index), at(value, index)) ?? null);
    }
    const object: WireObject = {};
    for (const key of Object.keys(value)) {
      const wire = this.writeAt(value, key, at(value, key));
      if (wire !== undefined) object[key] = wire;
    }
    return object;
  }
}

const at = (holder: object, key: PropertyKey): unknown => Reflect.get(holder, key);

const secret = (value: Wire): WireObject => ({ [signatureKey]: signatures.secret, value });

const isSecret = (wire: Wire): boolean => kindOf(wire) === "secret" || Object(wire).secret === true;

function kindOf(wire: Wire): Kind | undefined {
  if (wire === null || typeof wire !== "object" || Array.isArray(wire)) return undefined;
  const signature = wire[signatureKey];
  if (signature === undefined) return undefined;
  const kind = kinds.get(signature);
  if (kind === undefined) throw new Error("a property has a signature that this pack does not know");
  return kind;
}
