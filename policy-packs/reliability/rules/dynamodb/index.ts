import type { Rule } from "../../../core/rule";
import { dynamodbPitr } from "./dynamodb-pitr";

export const dynamodbRules: readonly Rule[] = [dynamodbPitr];
