import type { Rule } from "../../../core/rule";
import { dataStoresEncrypted } from "./data-stores-encrypted";

export const databasesRules: readonly Rule[] = [dataStoresEncrypted];
