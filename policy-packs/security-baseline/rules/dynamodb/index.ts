import type { Rule } from "../../../core/rule";
import { dynamodbEncryptionCmk } from "./dynamodb-encryption-cmk";

export const dynamodbRules: readonly Rule[] = [dynamodbEncryptionCmk];
