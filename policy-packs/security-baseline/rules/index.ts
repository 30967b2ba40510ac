import type { Rule } from "../../core/rule";
import { ec2Rules } from "./ec2";
import { eksRules } from "./eks";
import { elasticacheRules } from "./elasticache";
import { kmsRules } from "./kms";
import { opensearchRules } from "./opensearch";
import { rdsRules } from "./rds";
import { redshiftRules } from "./redshift";

/** The rules of this pack, by service. */
export const rules: readonly Rule[] = [
  ...ec2Rules,
  ...eksRules,
  ...elasticacheRules,
  ...kmsRules,
  ...opensearchRules,
  ...rdsRules,
  ...redshiftRules,
];
