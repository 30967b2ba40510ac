import type { Rule } from "../../core/rule";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [];
