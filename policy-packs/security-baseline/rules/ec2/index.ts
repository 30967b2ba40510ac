import type { Rule } from "../../../core/rule";
import { ec2Imdsv2Required } from "./ec2-imdsv2-required";
import { ec2NoPublicIp } from "./ec2-no-public-ip";
import { ec2NoSecretsUserData } from "./ec2-no-secrets-user-data";
import { ec2VolumesEncrypted } from "./ec2-volumes-encrypted";
import { naclNoPublicAdminPorts } from "./nacl-no-public-admin-ports";
import { sgDefaultClosed } from "./sg-default-closed";
import { sgNoPublicDataPorts } from "./sg-no-public-data-ports";
import { sgNoPublicSshRdp } from "./sg-no-public-ssh-rdp";
import { sgNoUnrestrictedIngress } from "./sg-no-unrestricted-ingress";
import { sgRuleDescription } from "./sg-rule-description";
import { subnetNoAutoPublicIp } from "./subnet-no-auto-public-ip";
import { vpcFlowLogs } from "./vpc-flow-logs";

export const ec2Rules: readonly Rule[] = [
  ec2Imdsv2Required,
  ec2NoPublicIp,
  ec2NoSecretsUserData,
  ec2VolumesEncrypted,
  naclNoPublicAdminPorts,
  sgDefaultClosed,
  sgNoPublicDataPorts,
  sgNoPublicSshRdp,
  sgNoUnrestrictedIngress,
  sgRuleDescription,
  subnetNoAutoPublicIp,
  vpcFlowLogs,
];
