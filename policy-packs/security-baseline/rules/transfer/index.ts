import type { Rule } from "../../../core/rule";
import { transferSecure } from "./transfer-secure";

export const transferRules: readonly Rule[] = [transferSecure];
