import type { EngineEvent } from "@pulumi/pulumi/automation";

type Metadata = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];
type State = NonNullable<Metadata["old"]>;

/** The URN of a resource of the stack `dev-network`. */
export const urnOf = (type: string, name: string): string => `urn:pulumi:dev-network::foundation::${type}::${name}`;

/** A resource as an event tells of it, with only what a test says. */
export function state(given: Partial<State> = {}): State {
  return { type: "", urn: "", id: "", parent: "", provider: "", custom: true, inputs: {}, outputs: {}, ...given };
}

/** A step, before it is done. */
export const step = (op: string, name: string, given: Partial<Metadata> = {}): EngineEvent =>
  event("resourcePreEvent", op, name, given);

/** What came of a step. */
export const outputs = (op: string, name: string, given: Partial<Metadata> = {}): EngineEvent =>
  event("resOutputsEvent", op, name, given);

function event(
  kind: "resourcePreEvent" | "resOutputsEvent",
  op: string,
  name: string,
  given: Partial<Metadata>,
): EngineEvent {
  const type = given.type ?? "aws:ec2/vpc:Vpc";
  const metadata = { op, urn: urnOf(type, name), type, provider: "", ...given } as Metadata;
  return { sequence: 0, timestamp: 0, [kind]: { metadata } };
}
