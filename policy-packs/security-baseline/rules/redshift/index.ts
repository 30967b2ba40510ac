import type { Rule } from "../../../core/rule";
import { redshiftEncrypted } from "./redshift-encrypted";
import { redshiftNotPublic } from "./redshift-not-public";

export const redshiftRules: readonly Rule[] = [redshiftEncrypted, redshiftNotPublic];
