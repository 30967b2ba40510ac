import type { Rule } from "../../../core/rule";
import { statefulProtected } from "./stateful-protected";

export const statefulRules: readonly Rule[] = [statefulProtected];
