import type { Rule } from "../../../core/rule";
import { mskEncryptionInTransit } from "./msk-encryption-in-transit";

export const mskRules: readonly Rule[] = [mskEncryptionInTransit];
