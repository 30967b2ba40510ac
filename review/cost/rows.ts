import type { Line } from "../../prices/estimate";
import { serviceOf } from "../../prices/items";
import type { Cost } from "../model/schema";
import type { Side } from "../model/sides";
import type { Step } from "../model/step";
import { ownerOf } from "../tags/tags";
import { exact, inUnits, Sums } from "./money";

type Find = (urn: string) => Step | undefined;

/** Sums of what is charged, in all and in each dimension. */
export class Rows {
  private readonly total = { before: 0, after: 0 };
  private readonly by = { stack: new Sums(), service: new Sums(), team: new Sums(), component: new Sums() };

  constructor(private readonly find: Find) {}

  /** Adds the lines of one stack on one side, of which `steps` are the resources. */
  add(side: Side, lines: readonly Line[], steps: ReadonlyMap<string, Step>): void {
    const known = new Map<string, { readonly team: string; readonly component: string }>();
    for (const { urn, item, usd } of lines) {
      const step = steps.get(urn);
      if (step === undefined) continue;
      const { team, component } = known.get(urn) ?? {
        team: ownerOf(step, this.find, side),
        component: componentOf(step, this.find),
      };
      known.set(urn, { team, component });
      const amount = exact(usd);
      this.total[side] += amount;
      this.by.stack.add(step.stack, side, amount);
      this.by.service.add(serviceOf(item), side, amount);
      this.by.team.add(team, side, amount);
      this.by.component.add(component, side, amount);
    }
  }

  result(): Pick<Cost, "before" | "after" | "rows"> {
    const { stack, service, team, component } = this.by;
    const rows = { stack: stack.rows(), service: service.rows(), team: team.rows(), component: component.rows() };
    return { ...inUnits(this.total), rows };
  }
}

/** The outermost component that a resource is in, with its stack; empty for none. */
function componentOf({ stack, parent }: Step, find: Find): string {
  let outermost = "";
  for (let at = find(parent); at && at.type !== "pulumi:pulumi:Stack"; at = find(at.parent)) {
    outermost = `${stack}/${at.name}`;
  }
  return outermost;
}
