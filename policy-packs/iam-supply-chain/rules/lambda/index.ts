import type { Rule } from "../../../core/rule";
import { lambdaCodeSigning } from "./lambda-code-signing";
import { lambdaLayersKnownAccounts } from "./lambda-layers-known-accounts";

export const lambdaRules: readonly Rule[] = [lambdaCodeSigning, lambdaLayersKnownAccounts];
