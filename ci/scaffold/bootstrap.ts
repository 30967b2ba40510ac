import type { Environment } from "../../stacks/environment";
import { bootstrapTemplate } from "../roles/template";
import type { Repository } from "../roles/trust";
import type { Waves } from "./environments";

/** What has to be made in each account and region by hand, once, as templates of CloudFormation. */
export function bootstrapFiles(waves: Waves, repository: Repository): Record<string, string> {
  const places = new Map<string, [Environment, ...Environment[]]>();
  for (const environment of waves) {
    const place = `${environment.accountId}-${environment.region}`;
    const there = places.get(place);
    if (there === undefined) places.set(place, [environment]);
    else there.push(environment);
  }
  return Object.fromEntries(
    [...places].map(([place, environments]) => [
      `bootstrap/${place}.json`,
      `${JSON.stringify(bootstrapTemplate(environments, repository), null, 2)}\n`,
    ]),
  );
}
