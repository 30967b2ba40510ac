import type { Rule } from "../../../core/rule";
import { eksControlPlaneLogs } from "./eks-control-plane-logs";
import { eksEndpointPrivate } from "./eks-endpoint-private";
import { eksNodeRemoteAccess } from "./eks-node-remote-access";
import { eksSecretsEncrypted } from "./eks-secrets-encrypted";
import { eksSupportedVersion } from "./eks-supported-version";

export const eksRules: readonly Rule[] = [
  eksControlPlaneLogs,
  eksEndpointPrivate,
  eksNodeRemoteAccess,
  eksSecretsEncrypted,
  eksSupportedVersion,
];
