import type { Rule } from "../../../core/rule";
import { costNatGateways } from "./cost-nat-gateways";

export const networkRules: readonly Rule[] = [costNatGateways];
