import type { Rule } from "../../../core/rule";
import { ec2MonitoringAndEbsOptimized } from "./ec2-monitoring-and-ebs-optimized";

export const ec2Rules: readonly Rule[] = [ec2MonitoringAndEbsOptimized];
