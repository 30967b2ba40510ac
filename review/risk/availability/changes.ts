import type { Step } from "../../model/step";
import type { Found, Judge } from "../judge";
import { moved } from "../reading";
import { changeWords } from "../words";
import { type Disruption, disruptions } from "./disruptions";

const byType = new Map<string, readonly Disruption[]>();

function disruptionsOf(type: string): readonly Disruption[] {
  const known = byType.get(type) ?? disruptions.filter(({ types }) => types.test(type));
  byType.set(type, known);
  return known;
}

/** Changes in place that interrupt. */
export const disrupted: Judge = (step) => {
  if (step.op !== "update") return [];
  return disruptionsOf(step.type).flatMap((one) => one.paths.flatMap((path) => foundOf(step, path, one) ?? []));
};

function foundOf(step: Step, path: string, { id, says, when, details }: Disruption): Found | undefined {
  const change = moved(step, path);
  if (change === undefined || when?.(change, step) === false) return undefined;
  return {
    id,
    summary: `${step.name} ${says}`,
    details: [changeWords(change), ...(details?.(change, step) ?? [])],
    properties: [path],
  };
}
