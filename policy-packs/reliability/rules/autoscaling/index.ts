import type { Rule } from "../../../core/rule";
import { asgHealthy } from "./asg-healthy";

export const autoscalingRules: readonly Rule[] = [asgHealthy];
