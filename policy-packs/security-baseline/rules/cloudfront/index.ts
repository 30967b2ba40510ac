import type { Rule } from "../../../core/rule";
import { cloudfrontHttps } from "./cloudfront-https";
import { cloudfrontS3OriginAccess } from "./cloudfront-s3-origin-access";
import { cloudfrontTls12 } from "./cloudfront-tls12";
import { cloudfrontWafAndLogs } from "./cloudfront-waf-and-logs";

export const cloudfrontRules: readonly Rule[] = [
  cloudfrontHttps,
  cloudfrontS3OriginAccess,
  cloudfrontTls12,
  cloudfrontWafAndLogs,
];
