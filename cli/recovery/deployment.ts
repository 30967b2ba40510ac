import type { Stack } from "@pulumi/pulumi/automation";

/** A resource as the state records it, as far as recovery and destroy look at it. */
export interface RecordedResource {
  urn: string;
  type: string;
  /** Absent or false for components, which are nothing in the cloud. */
  custom?: boolean;
  id?: string;
  parent?: string;
  /** The provider's URN and id, joined by `::`. */
  provider?: string;
  protect?: boolean;
  ignoreChanges?: string[];
  /** Replaced, and yet to be deleted. */
  delete?: boolean;
  /** Deleted to be replaced, and not yet made again. */
  pendingReplacement?: boolean;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** The state of a stack. A pending operation is one that was under way when its engine died. */
export interface Deployment {
  manifest?: { time?: string };
  resources?: RecordedResource[];
  pending_operations?: { type: string; resource: RecordedResource }[];
}

/** What `Stack.exportStack` answers, with the part of it that is looked at. */
export interface Exported {
  version: number;
  deployment: Deployment;
}

export const exportOf = async (stack: Stack): Promise<Exported> => (await stack.exportStack()) as Exported;
