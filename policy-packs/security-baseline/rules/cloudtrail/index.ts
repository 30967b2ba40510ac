import type { Rule } from "../../../core/rule";
import { cloudtrailIntegrityAndKms } from "./cloudtrail-integrity-and-kms";
import { cloudtrailMultiRegion } from "./cloudtrail-multi-region";

export const cloudtrailRules: readonly Rule[] = [cloudtrailIntegrityAndKms, cloudtrailMultiRegion];
