import type { Rule } from "../../../core/rule";
import { pulumiAllowedAccounts } from "./pulumi-allowed-accounts";

export const pulumiRules: readonly Rule[] = [pulumiAllowedAccounts];
