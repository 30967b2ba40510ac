import type { Rule } from "../../../core/rule";
import { cloudtrailCloudwatch } from "./cloudtrail-cloudwatch";
import { cloudtrailIntegrityAndKms } from "./cloudtrail-integrity-and-kms";
import { cloudtrailMultiRegion } from "./cloudtrail-multi-region";

export const cloudtrailRules: readonly Rule[] = [
  cloudtrailCloudwatch,
  cloudtrailIntegrityAndKms,
  cloudtrailMultiRegion,
];
