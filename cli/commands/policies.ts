import { environmentOf } from "../../policy-packs/core/standard/environments";
import { packs } from "../../policy-packs/rules";
import { listEnvironments } from "../../stacks/environment";
import { layerNames, stackName } from "../../stacks/layers";
import { WrongUse } from "../errors";
import { writeJson } from "../finish";
import { listPolicies } from "../policies/list";
import { policiesSummary } from "../policies/list-summary";
import { standardOfAllPacks, withMistakes } from "../policies/standard";

export interface PoliciesOptions {
  pack?: string;
  json?: string;
}

/** Lists the rules as they are in force in each environment. @throws WrongUse naming the packs there are. */
export function policies({ pack, json }: PoliciesOptions): void {
  if (pack !== undefined && packs[pack] === undefined) {
    throw new WrongUse(`there is no pack ${pack}; the packs are ${Object.keys(packs).join(", ")}`);
  }
  const standard = standardOfAllPacks();
  const chosen = pack === undefined ? undefined : [pack];
  const { file } = standard;
  const unnamed = listEnvironments().filter((name) =>
    layerNames.every((layer) => environmentOf(stackName(name, layer), file) === undefined),
  );
  const result = withMistakes(() => listPolicies(standard, packs, unnamed, chosen));
  writeJson(json, result);
  if (json !== "-") process.stdout.write(`${policiesSummary(result)}\n`);
}
