import type { Rule } from "../../../core/rule";
import { ec2MonitoringAndEbsOptimized } from "./ec2-monitoring-and-ebs-optimized";
import { natPerAz } from "./nat-per-az";

export const ec2Rules: readonly Rule[] = [ec2MonitoringAndEbsOptimized, natPerAz];
