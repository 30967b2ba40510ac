import type { Rule } from "./core/rule";
import { rules as iamSupplyChain } from "./iam-supply-chain/rules";
import { rules as kubernetesBaseline } from "./kubernetes-baseline/rules";
import { rules as reliability } from "./reliability/rules";
import { rules as securityBaseline } from "./security-baseline/rules";
import { rules as taggingCost } from "./tagging-cost/rules";

/** The rules of every pack, by the pack's name. */
export const packs: Readonly<Record<string, readonly Rule[]>> = {
  "security-baseline": securityBaseline,
  "iam-supply-chain": iamSupplyChain,
  "tagging-cost": taggingCost,
  reliability,
  "kubernetes-baseline": kubernetesBaseline,
};

/** The rules of all packs. */
export const rules: readonly Rule[] = Object.values(packs).flat();
