import type { Rule } from "../../../core/rule";
import { costDatabaseExtendedSupport } from "./cost-database-extended-support";
import { costDynamodbCapacity } from "./cost-dynamodb-capacity";

export const databaseRules: readonly Rule[] = [costDatabaseExtendedSupport, costDynamodbCapacity];
