import type { Rule } from "../../../core/rule";
import { sqsDlq } from "./sqs-dlq";

export const sqsRules: readonly Rule[] = [sqsDlq];
