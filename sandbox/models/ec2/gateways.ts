import type { Scope } from "../../cloud/scope";
import { text } from "../../values";

export const internetGatewayType = "aws:ec2/internetGateway:InternetGateway";
const attachmentType = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";

/** The VPC that an internet gateway is attached to, by a property of its own or by an attachment. */
export function vpcOfInternetGateway(scope: Scope, id: string): string | undefined {
  const gateway = scope.find(internetGatewayType, id);
  const [attachment] = scope.having(attachmentType, "internetGatewayId", id);
  return text(gateway?.outputs ?? {}, "vpcId") ?? text(attachment?.outputs ?? {}, "vpcId");
}

/** Whether a VPC has an internet gateway. */
export const hasInternetGateway = (scope: Scope, vpcId: string) =>
  [internetGatewayType, attachmentType].some((type) => scope.having(type, "vpcId", vpcId).length > 0);
