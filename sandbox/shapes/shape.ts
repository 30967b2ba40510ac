/**
 * What a value may be, as the SDK declares it.
 *
 * `document` is a JSON text that may also be given as an object; `any` is what is not judged.
 */
export type Kind =
  | "any"
  | "boolean"
  | "document"
  | "number"
  | "string"
  | { list: Kind }
  | { map: Kind }
  /** By service and name, e.g. `ec2/RouteTableRoute`. */
  | { object: string };

export interface ObjectShape {
  properties: Record<string, Kind>;
  /** Names of those that must be given. */
  required: string[];
  deprecated: string[];
}

/** The inputs of a resource type, and the names of all its outputs. */
export interface ResourceShape extends ObjectShape {
  outputs: string[];
}

/** What the SDK declares in one service, e.g. `ec2`. */
export interface ServiceShapes {
  /** By type token, e.g. `aws:ec2/vpc:Vpc`. */
  resources: Record<string, ResourceShape>;
  /** Nested objects, by name. */
  objects: Record<string, ObjectShape>;
}

/** The service of a type token, which is also the SDK's folder: `ec2` of `aws:ec2/vpc:Vpc`. */
export function serviceOf(type: string): string {
  return /^aws:([^:/]+)\//.exec(type)?.[1] ?? "";
}
