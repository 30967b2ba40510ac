import type { Rule } from "../../core/rule";
import { ec2Rules } from "./ec2";
import { eksRules } from "./eks";
import { kmsRules } from "./kms";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [...ec2Rules, ...eksRules, ...kmsRules];
