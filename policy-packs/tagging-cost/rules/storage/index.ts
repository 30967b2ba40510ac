import type { Rule } from "../../../core/rule";
import { costGp3OverGp2 } from "./cost-gp3-over-gp2";
import { costProvisionedIopsNeeded } from "./cost-provisioned-iops-needed";
import { costS3Lifecycle } from "./cost-s3-lifecycle";

export const storageRules: readonly Rule[] = [costGp3OverGp2, costProvisionedIopsNeeded, costS3Lifecycle];
