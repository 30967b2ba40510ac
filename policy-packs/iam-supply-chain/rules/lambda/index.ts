import type { Rule } from "../../../core/rule";
import { lambdaLayersKnownAccounts } from "./lambda-layers-known-accounts";

export const lambdaRules: readonly Rule[] = [lambdaLayersKnownAccounts];
