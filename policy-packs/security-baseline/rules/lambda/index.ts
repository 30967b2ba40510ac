import type { Rule } from "../../../core/rule";
import { lambdaEnvNoSecrets } from "./lambda-env-no-secrets";
import { lambdaPermissionScoped } from "./lambda-permission-scoped";
import { lambdaRuntimeSupported } from "./lambda-runtime-supported";
import { lambdaUrlAuth } from "./lambda-url-auth";

export const lambdaRules: readonly Rule[] = [
  lambdaEnvNoSecrets,
  lambdaPermissionScoped,
  lambdaRuntimeSupported,
  lambdaUrlAuth,
];
