import type { Ingress } from "./ingress";
import type { Resource, Typed } from "./rule";
import { forEachKnown } from "./unknown";

/** The types that say what a security group lets out. */
export const egressTypes = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
] as const;

/** What a rule lets out, in the words of what one lets in: the provider uses the same. */
export type Egress = Ingress;

/** Visits what a security group lets out, or a rule that stands alone. */
export function forEachEgress(
  resource: Typed<Resource, (typeof egressTypes)[number]>,
  visit: (egress: Egress) => void,
): undefined {
  switch (resource.type) {
    case "aws:ec2/securityGroupRule:SecurityGroupRule":
      if (resource.props.type === "egress") visit(resource.props);
      return;
    case "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule":
      visit(resource.props);
      return;
    default:
      forEachKnown(resource.props.egress, visit);
  }
}
