import { ec2Quotas } from "./ec2";
import { eksQuotas } from "./eks";
import { iamQuotas } from "./iam";
import { kmsQuotas } from "./kms";
import { logsQuotas } from "./logs";
import { organizationsQuotas, policyTypeQuotas } from "./organizations";
import { type Quota, quotaId } from "./quota";
import { s3Quotas } from "./s3";
import { secretsManagerQuotas } from "./secretsmanager";
import { vpcQuotas } from "./vpc";

/** Every quota that the models enforce. */
export const quotas: readonly Quota[] = [
  ec2Quotas,
  eksQuotas,
  iamQuotas,
  kmsQuotas,
  logsQuotas,
  organizationsQuotas,
  ...Object.values(policyTypeQuotas),
  s3Quotas,
  secretsManagerQuotas,
  vpcQuotas,
].flatMap((service): Quota[] => Object.values(service));

const byId = new Map(quotas.map((quota) => [quotaId(quota), quota]));

/** The quota of that id (`service/code`), where a model enforces it. */
export const quotaOf = (id: string): Quota | undefined => byId.get(id);
