import type { Shown } from "./values";

export type Properties = Readonly<Record<string, Shown>>;

/** What the engine does to a resource, all steps of a replacement as one. */
export type Operation = "create" | "update" | "replace" | "delete" | "import" | "read" | "forget" | "same";

/** A resource before or after a change. */
export interface State {
  readonly id: string;
  /** As the program asks for it; secrets and unknown values are hidden. */
  readonly inputs: Properties;
  /** As it is, or as its provider says that it will be. */
  readonly outputs: Properties;
  readonly protect: boolean;
  /** Whether the thing in the cloud stays when it leaves the state. */
  readonly retainOnDelete: boolean;
}

/** One changed property, as a review shows it. */
export interface PropertyChange {
  /** As the engine writes it: `ingress[0].cidrBlocks`, `tags.owner`, `data["a.b"]`. */
  readonly path: string;
  readonly kind: "add" | "update" | "delete";
  /** Whether the resource has to be replaced because of it. */
  readonly replaces: boolean;
  readonly before?: Shown;
  readonly after?: Shown;
}

/** What a preview does to one resource, with all that is known of it. A review shows part of it. */
export interface Step {
  readonly urn: string;
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  /** URN of the parent; empty for the stack itself. */
  readonly parent: string;
  /** Whether it is a thing in the cloud, not a component. */
  readonly custom: boolean;
  readonly op: Operation;
  /** Absent where it is made. */
  readonly old?: State;
  /** Absent where it is deleted. */
  readonly new?: State;
  /** Properties that force the replacement. */
  readonly replaceKeys: readonly string[];
  /** Of a replacement: whether the old one goes before the new one is there. */
  readonly deleteFirst: boolean;
  readonly diff: readonly PropertyChange[];
  /** URN of the provider, without its id. */
  readonly provider: string;
  /** URNs of the resources that it was made from, its parent not among them; where it is deleted, those of the state. */
  readonly dependsOn: readonly string[];
}

/** Everything that a preview says of one stack. */
export interface StackSteps {
  readonly stack: string;
  readonly environment: string;
  readonly layer: string;
  readonly steps: readonly Step[];
}
