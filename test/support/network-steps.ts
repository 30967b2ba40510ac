import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../components/network/network";
import type { NetworkArgs } from "../../components/network/types";
import { shownProperties } from "../../review/collect/shown";
import type { Step } from "../../review/model/step";
import type { Shown } from "../../review/model/values";
import { sandboxMocks } from "../../sandbox/mocks";
import { settled } from "./harness";
import { step } from "./steps";

/** The steps of a preview in which our own network is there already, as the sandbox makes it. */
export async function networkSteps(args: NetworkArgs): Promise<Step[]> {
  const steps: Step[] = [];
  const cloud = sandboxMocks();
  await pulumi.runtime.setMocks({
    newResource: async (resource) => {
      const made = await cloud.newResource(resource);
      const { type, name, inputs } = resource;
      const state = {
        ...{ id: String(made.id), inputs: shownProperties(inputs), outputs: shownProperties(made.state) },
        ...{ protect: false, retainOnDelete: false },
      };
      if (type.startsWith("aws:")) steps.push(step({ type, name, op: "same", old: state, new: state }));
      return made;
    },
    call: (call) => cloud.call(call),
  });
  new Network("dev", args);
  await settled();
  return steps;
}

/** The same in a first preview: nothing is there, and what only AWS decides is not known, only what each was made from. */
export function beforeTheFirst(steps: readonly Step[]): Step[] {
  const owners = new Map<string, string>();
  for (const { urn, new: state } of steps) {
    for (const value of Object.values(state?.outputs ?? {})) {
      // AWS gives a VPC its route table and its network ACL.
      if (isId(value) && !owners.has(value)) owners.set(value, urn);
    }
  }
  for (const { urn, new: state } of steps) if (state) owners.set(state.id, urn);
  return steps.map(({ old: _, new: state, ...rest }) => {
    const sources = new Set<string>();
    const later = (value: Shown): Shown => {
      if (isId(value)) sources.add(owners.get(value) ?? "");
      if (isId(value)) return { $: "unknown" };
      if (Array.isArray(value)) return value.map(later);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, later(item)]));
    };
    const inputs = Object.fromEntries(Object.entries(state?.inputs ?? {}).map(([key, value]) => [key, later(value)]));
    const next = { id: "", inputs, outputs: inputs, protect: false, retainOnDelete: false };
    sources.delete(rest.urn);
    return { ...rest, op: "create" as const, new: next, dependsOn: [...sources] };
  });
}

const isId = (value: Shown): value is string => typeof value === "string" && /^[a-z]+-[0-9a-f]{17}$/.test(value);
