import type { Rule } from "../../../core/rule";
import { configRecorderComplete } from "./config-recorder-complete";

export const configRules: readonly Rule[] = [configRecorderComplete];
