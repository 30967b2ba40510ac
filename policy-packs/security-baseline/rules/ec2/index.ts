import type { Rule } from "../../../core/rule";
import { ebsDefaultEncryption } from "./ebs-default-encryption";
import { ec2ImdsHopLimit } from "./ec2-imds-hop-limit";
import { ec2Imdsv2Required } from "./ec2-imdsv2-required";
import { ec2NoPublicImages } from "./ec2-no-public-images";
import { ec2NoPublicIp } from "./ec2-no-public-ip";
import { ec2NoSecretsUserData } from "./ec2-no-secrets-user-data";
import { ec2VolumesEncrypted } from "./ec2-volumes-encrypted";
import { naclNoPublicAdminPorts } from "./nacl-no-public-admin-ports";
import { sgDefaultClosed } from "./sg-default-closed";
import { sgNoPublicDataPorts } from "./sg-no-public-data-ports";
import { sgNoPublicSshRdp } from "./sg-no-public-ssh-rdp";
import { sgNoUnrestrictedEgress } from "./sg-no-unrestricted-egress";
import { sgNoUnrestrictedIngress } from "./sg-no-unrestricted-ingress";
import { sgRuleDescription } from "./sg-rule-description";
import { subnetNoAutoPublicIp } from "./subnet-no-auto-public-ip";
import { vpcFlowLogs } from "./vpc-flow-logs";
import { vpcNoDefaultVpc } from "./vpc-no-default-vpc";

export const ec2Rules: readonly Rule[] = [
  ebsDefaultEncryption,
  ec2ImdsHopLimit,
  ec2Imdsv2Required,
  ec2NoPublicImages,
  ec2NoPublicIp,
  ec2NoSecretsUserData,
  ec2VolumesEncrypted,
  naclNoPublicAdminPorts,
  sgDefaultClosed,
  sgNoPublicDataPorts,
  sgNoPublicSshRdp,
  sgNoUnrestrictedEgress,
  sgNoUnrestrictedIngress,
  sgRuleDescription,
  subnetNoAutoPublicIp,
  vpcFlowLogs,
  vpcNoDefaultVpc,
];
