import type { Rule } from "../../../core/rule";
import { redshiftEncrypted } from "./redshift-encrypted";
import { redshiftNotPublic } from "./redshift-not-public";
import { redshiftRequireSsl } from "./redshift-require-ssl";

export const redshiftRules: readonly Rule[] = [redshiftEncrypted, redshiftNotPublic, redshiftRequireSsl];
