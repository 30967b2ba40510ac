import type { Rule } from "../../../core/rule";
import { efsEncrypted } from "./efs-encrypted";

export const efsRules: readonly Rule[] = [efsEncrypted];
