import type { Rule } from "../../core/rule";
import { eksControlPlaneLogs } from "./eks-control-plane-logs";
import { eksEndpointPrivate } from "./eks-endpoint-private";
import { eksSecretsEncrypted } from "./eks-secrets-encrypted";
import { eksSupportedVersion } from "./eks-supported-version";
import { kmsPolicyNoWildcard } from "./kms-policy-no-wildcard";
import { kmsRotation } from "./kms-rotation";
import { sgDefaultClosed } from "./sg-default-closed";
import { sgNoPublicSshRdp } from "./sg-no-public-ssh-rdp";
import { subnetNoAutoPublicIp } from "./subnet-no-auto-public-ip";
import { vpcFlowLogs } from "./vpc-flow-logs";

/** The rules of this pack, by name. */
export const rules: readonly Rule[] = [
  eksControlPlaneLogs,
  eksEndpointPrivate,
  eksSecretsEncrypted,
  eksSupportedVersion,
  kmsPolicyNoWildcard,
  kmsRotation,
  sgDefaultClosed,
  sgNoPublicSshRdp,
  subnetNoAutoPublicIp,
  vpcFlowLogs,
];
