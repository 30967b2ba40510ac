import type { Rule } from "../../../core/rule";
import { brokersNotPublic } from "./brokers-not-public";

export const mqRules: readonly Rule[] = [brokersNotPublic];
