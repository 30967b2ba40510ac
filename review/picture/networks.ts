import type { StackRun } from "../model/gathered";
import type { VpcNetwork } from "../model/schema";
import { providerInputs } from "../model/sides";
import type { Step } from "../model/step";
import { propertiesOf, References, textOf } from "./references";
import { Routes } from "./routes";
import { attachmentTypes, gatewayTypes, types } from "./types";

type Gateway = VpcNetwork["gateways"][number];
type Endpoint = VpcNetwork["endpoints"][number];

/** The VPCs of a review with what is in them, for a diagram; what changes is in it as it will be, what ends as it was. */
export function networksOf(stacks: readonly Pick<StackRun, "steps">[]): VpcNetwork[] {
  const steps = stacks.flatMap(({ steps: { steps: own } }) => own);
  const picture = new Picture(steps);
  const networks = steps.filter(({ type }) => isVpc(type)).map((vpc) => picture.networkOf(vpc));
  return sorted(networks, ({ stack, name }) => [stack, name]);
}

const isVpc = (type: string): boolean => types.vpcs.some((one) => one === type);

class Picture {
  private readonly references: References;
  private readonly routes: Routes;
  /** What is in a VPC, by its URN. */
  private readonly inside = new Map<string, Set<Step>>();
  private readonly byUrn: ReadonlyMap<string, Step>;

  constructor(steps: readonly Step[]) {
    this.byUrn = new Map(steps.map((step) => [step.urn, step]));
    this.references = new References(steps);
    this.routes = new Routes(steps, this.references);
    for (const step of steps) if (inVpc.has(step.type)) this.place(step);
    for (const step of steps) {
      const attachment = attachmentTypes[step.type];
      const properties = propertiesOf(step);
      const gateway = attachment && this.references.find(step, properties[attachment.property], [attachment.gateway]);
      if (gateway) this.put(gateway, this.references.find(step, properties.vpcId, types.vpcs));
    }
  }

  networkOf(vpc: Step): VpcNetwork {
    const properties = propertiesOf(vpc);
    const inside = [...(this.inside.get(vpc.urn) ?? [])];
    const subnets = inside.filter(({ type }) => isSubnet(type)).map((subnet) => this.subnetOf(subnet, vpc));
    const [zone = ""] = subnets.map((subnet) => subnet.zone).filter((one) => one !== "");
    return {
      ...partOf(vpc),
      stack: vpc.stack,
      cidr: textOf(properties.cidrBlock),
      region: textOf(properties.region) || zone.replace(/[a-z]$/, "") || this.regionOf(vpc),
      subnets: sorted(subnets, ({ zone: of, name }) => [of, name]),
      gateways: sorted(
        inside.flatMap((step) => this.gatewayOf(step)),
        ({ kind, name }) => [kind, name],
      ),
      endpoints: sorted(inside.flatMap(endpointOf), ({ kind, service, name }) => [kind, service, name]),
    };
  }

  /** Puts a resource into the VPC that it names; a NAT gateway of a zone names only its subnet. */
  private place(step: Step): void {
    const { vpcId, subnetId, peerVpcId } = propertiesOf(step);
    const subnet = this.references.find(step, subnetId, subnetTypes);
    const direct = this.references.find(step, vpcId, types.vpcs);
    this.put(step, direct ?? (subnet && this.references.find(subnet, propertiesOf(subnet).vpcId, types.vpcs)));
    // Of both ends of a peering connection only the one that is asked can be unknown.
    if (textOf(peerVpcId) !== "") this.put(step, this.references.find(step, peerVpcId, types.vpcs));
  }

  private put(step: Step, vpc: Step | undefined): void {
    if (!vpc) return;
    const inside = this.inside.get(vpc.urn) ?? new Set();
    this.inside.set(vpc.urn, inside.add(step));
  }

  private subnetOf(subnet: Step, vpc: Step): VpcNetwork["subnets"][number] {
    const { cidrBlock, ipv6CidrBlock, availabilityZone, availabilityZoneId } = propertiesOf(subnet);
    return {
      ...partOf(subnet),
      cidr: textOf(cidrBlock) || textOf(ipv6CidrBlock),
      zone: textOf(availabilityZone) || textOf(availabilityZoneId),
      kind: this.routes.kindOf(subnet, vpc),
    };
  }

  private gatewayOf(step: Step): Gateway[] {
    const kind = gatewayKinds.find((one) => gatewayTypes[one] === step.type);
    if (kind === undefined) return [];
    const subnet = this.references.find(step, propertiesOf(step).subnetId, subnetTypes);
    return [{ ...partOf(step), kind, subnet: subnet?.urn ?? "" }];
  }

  private regionOf({ provider }: Step): string {
    return textOf(providerInputs(this.byUrn.get(provider), "after")?.region);
  }
}

const subnetTypes = [types.subnet, types.defaultSubnet] as const;
const isSubnet = (type: string): boolean => subnetTypes.some((one) => one === type);
const gatewayKinds = Object.keys(gatewayTypes) as Gateway["kind"][];
const inVpc = new Set<string>([...subnetTypes, types.endpoint, ...Object.values(gatewayTypes)]);

const partOf = ({ urn, name, op }: Step): Pick<Gateway, "urn" | "name" | "op"> => ({ urn, name, op });

function endpointOf(step: Step): Endpoint[] {
  if (step.type !== types.endpoint) return [];
  const { serviceName, vpcEndpointType } = propertiesOf(step);
  // An endpoint that names no type is one of a gateway (aws_vpc_endpoint, argument vpc_endpoint_type).
  const kind = vpcEndpointType === undefined || vpcEndpointType === "Gateway" ? "gateway" : "interface";
  return [{ ...partOf(step), service: serviceIn(textOf(serviceName)), kind }];
}

/** `ecr.api` of com.amazonaws.eu-west-1.ecr.api; the whole name of a service that is not AWS's. */
function serviceIn(name: string): string {
  return /^(?:aws\.|(?:cn\.)?com\.amazonaws\.)(?:[a-z]+(?:-[a-z]+)+-\d+\.)?(?!vpce\.)(.+)$/.exec(name)?.[1] ?? name;
}

/** In the same order whatever the order in which the engine came to them. */
function sorted<T>(items: readonly T[], key: (item: T) => readonly string[]): T[] {
  const text = (item: T) => key(item).join("\0");
  return [...items].sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}
