import type { Rule } from "../../../core/rule";
import { cloudfrontHttps } from "./cloudfront-https";
import { cloudfrontTls12 } from "./cloudfront-tls12";
import { cloudfrontWafAndLogs } from "./cloudfront-waf-and-logs";

export const cloudfrontRules: readonly Rule[] = [cloudfrontHttps, cloudfrontTls12, cloudfrontWafAndLogs];
