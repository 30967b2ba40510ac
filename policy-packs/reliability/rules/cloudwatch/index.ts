import type { Rule } from "../../../core/rule";
import { alarmActionsEnabled } from "./alarm-actions-enabled";

export const cloudwatchRules: readonly Rule[] = [alarmActionsEnabled];
