import type { Rule } from "../../../core/rule";
import { sgDefaultClosed } from "./sg-default-closed";
import { sgNoPublicSshRdp } from "./sg-no-public-ssh-rdp";
import { subnetNoAutoPublicIp } from "./subnet-no-auto-public-ip";
import { vpcFlowLogs } from "./vpc-flow-logs";

export const ec2Rules: readonly Rule[] = [sgDefaultClosed, sgNoPublicSshRdp, subnetNoAutoPublicIp, vpcFlowLogs];
