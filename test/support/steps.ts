import type { Properties, PropertyChange, State, Step } from "../../review/model/step";
import type { RiskContext } from "../../review/risk/judge";
import { reviewSettingsSchema } from "../../review/settings";

/** A state with only what a test says; outputs are the inputs. */
export function state(given: object = {}, rest: Partial<State> = {}): State {
  // Whatever a test writes is JSON.
  const inputs = given as Properties;
  return { id: "id", inputs, outputs: inputs, protect: false, retainOnDelete: false, ...rest };
}

/** A step with only what a test says. */
export function step(given: Partial<Step> = {}): Step {
  const { stack = "dev-network", type = "aws:ec2/vpc:Vpc", name = "subject" } = given;
  return {
    ...{ urn: `urn:pulumi:${stack}::foundation::${type}::${name}`, stack, type, name, parent: "", custom: true },
    ...{ op: "update", replaceKeys: [], deleteFirst: false, diff: [], provider: "", dependsOn: [] },
    ...given,
  };
}

/** A step that makes a thing. */
export const created = (type: string, inputs: object): Step =>
  step({ type, op: "create", new: state(inputs), diff: differing({}, inputs) });

/** A step that deletes a thing. */
export const deleted = (type: string, inputs: object = {}, given: Partial<State> = {}): Step =>
  step({ type, op: "delete", old: state(inputs, given), diff: differing(inputs, {}) });

/** A step that changes a thing, property by property. */
export const updated = (type: string, before: object, after: object): Step =>
  step({ type, op: "update", old: state(before), new: state(after), diff: differing(before, after) });

/** A step that replaces a thing because of every property that differs. */
export function replaced(type: string, before: object, after: object, given: Partial<Step> = {}): Step {
  const diff = differing(before, after).map((change) => ({ ...change, replaces: true }));
  const replaceKeys = diff.map(({ path }) => path);
  return step({ type, op: "replace", old: state(before), new: state(after), diff, replaceKeys, ...given });
}

/** The properties that differ, as a provider tells that goes no deeper. */
function differing(was: object, is: object): PropertyChange[] {
  const [before, after] = [was as Properties, is as Properties];
  return Object.keys({ ...before, ...after })
    .filter((path) => JSON.stringify(before[path]) !== JSON.stringify(after[path]))
    .map((path) => ({
      ...{ path, kind: !(path in before) ? "add" : path in after ? "update" : "delete", replaces: false },
      ...(path in before && { before: before[path] }),
      ...(path in after && { after: after[path] }),
    }));
}

/** What an assessment may look at, where `others` are in the review too. */
export function riskContext(given: Partial<RiskContext> = {}): RiskContext {
  return {
    ...{ environment: "dev", settings: reviewSettingsSchema.parse({}) },
    ...{ step: () => undefined, dependents: () => [], created: () => [] },
    ...given,
  };
}
