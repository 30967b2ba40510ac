import type { Rule } from "../../../core/rule";
import { ecsServiceResilience } from "./ecs-service-resilience";

export const ecsRules: readonly Rule[] = [ecsServiceResilience];
