import type { Rule } from "../../../core/rule";
import { sqsQueueEncrypted } from "./sqs-queue-encrypted";

export const sqsRules: readonly Rule[] = [sqsQueueEncrypted];
