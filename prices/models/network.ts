import { ifKnown } from "../../policy-packs/core/unknown";
import { type Charge, countOf, hours, type Model, modelOf } from "../model";

const subnetType = "aws:ec2/subnet:Subnet";

/** Source of what is charged: aws.amazon.com/vpc/pricing, /privatelink/pricing, /elasticloadbalancing/pricing, /transit-gateway/pricing. */
export const networkModels: readonly (readonly [string, Model])[] = [
  modelOf("aws:ec2/natGateway:NatGateway", (props, { usage }) => {
    const regional = ifKnown(() => props.availabilityMode) === "regional";
    const zones = regional ? Math.max(1, ifKnown(() => props.availabilityZoneAddresses?.length) ?? 1) : 1;
    return [hours("nat-gateway-hour", zones), { item: "nat-gateway-gb", quantity: zones * usage.natGatewayGb }];
  }),
  // In use or not. Not those of the customer's own pool.
  modelOf("aws:ec2/eip:Eip", (props) => {
    const pool = ifKnown(() => props.publicIpv4Pool) ?? "amazon";
    return pool === "amazon" || pool === "" ? [hours("public-ipv4-hour")] : [];
  }),
  modelOf("aws:ec2/vpcEndpoint:VpcEndpoint", (props, { resource, usage }) => {
    if ((props.vpcEndpointType ?? "Gateway") === "Gateway") return [];
    if (props.vpcEndpointType !== "Interface") return [{ uncounted: "endpoint that is neither gateway nor interface" }];
    // One network interface in each subnet.
    const zones = Math.max(1, countOf(resource, "subnetIds", subnetType));
    return [
      hours("interface-endpoint-hour", zones),
      { item: "interface-endpoint-gb", quantity: usage.interfaceEndpointGb },
    ];
  }),
  modelOf("aws:lb/loadBalancer:LoadBalancer", (props, { resource, usage }) => {
    const type = props.loadBalancerType ?? "application";
    if (type === "gateway") return [{ uncounted: "gateway load balancer" }];
    const units: Charge = hours(`${type}-load-balancer-lcu-hour`, usage.loadBalancerUnits);
    const addresses =
      ifKnown(() => props.internal) === true ? 0 : Math.max(1, countOf(resource, "subnets", subnetType));
    return [
      hours(`${type}-load-balancer-hour`),
      units,
      ...(addresses > 0 ? [hours("public-ipv4-hour", addresses)] : []),
    ];
  }),
  modelOf("aws:elb/loadBalancer:LoadBalancer", (_props, { usage }) => [
    hours("classic-load-balancer-hour"),
    { item: "classic-load-balancer-gb", quantity: usage.classicLoadBalancerGb },
  ]),
  modelOf("aws:ec2transitgateway/vpcAttachment:VpcAttachment", (_props, { usage }) => [
    hours("transit-gateway-attachment-hour"),
    { item: "transit-gateway-gb", quantity: usage.transitGatewayGb },
  ]),
];
