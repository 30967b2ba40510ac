import type { Rule } from "../../../core/rule";
import { lbAccessLogs } from "./lb-access-logs";
import { lbDropInvalidHeaders } from "./lb-drop-invalid-headers";
import { lbHttpsOnly } from "./lb-https-only";
import { lbInternalByDefault } from "./lb-internal-by-default";
import { lbTlsPolicy } from "./lb-tls-policy";
import { lbWafAttached } from "./lb-waf-attached";

export const lbRules: readonly Rule[] = [
  lbAccessLogs,
  lbDropInvalidHeaders,
  lbHttpsOnly,
  lbInternalByDefault,
  lbTlsPolicy,
  lbWafAttached,
];
