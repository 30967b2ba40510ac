import type { Rule } from "../../../core/rule";
import { kinesisEncrypted } from "./kinesis-encrypted";

export const kinesisRules: readonly Rule[] = [kinesisEncrypted];
