import { z } from "zod";
import { type Stack, type StackResource, stackRule, type Typed } from "../../../core/rule";
import { ifKnown, refersTo } from "../../../core/unknown";

const natType = "aws:ec2/natGateway:NatGateway";
type NatGateway = Typed<StackResource, typeof natType>;

/** Nobody pays for ways out that an environment does not need. */
export const costNatGateways = stackRule({
  name: "cost-nat-gateways",
  title: "A stack has no more NAT gateways than its environment needs, and no two in one subnet.",
  severity: "medium",
  types: [natType],
  parameters: z.object({
    maxGateways: z
      .number()
      .int()
      .nonnegative()
      .default(3)
      .describe("How many a stack may have; a regional one counts once for each zone, as AWS charges it."),
  }),
  controls: {},
  remediationSteps:
    "Let zones share a gateway where an outage of one zone may stop the others, or keep traffic off it with VPC endpoints.",
  docs: {
    why: "A NAT gateway costs about 33 USD a month before the first byte; in development one serves all zones.",
    component: 'new Network("main", { natMode: "single", … }) makes one for all zones.',
    good: [
      { type: "aws:ec2/subnet:Subnet", name: "public-a", props: { availabilityZone: "eu-west-1a" } },
      { type: natType, name: "a", props: {}, dependsOn: { subnetId: ["public-a"] } },
    ],
  },
  check(resource, report, stack, { maxGateways }) {
    const all = stack.ofType(natType);
    // Said once, of the first that is too many.
    const before = all.slice(
      0,
      all.findIndex(({ urn }) => urn === resource.urn),
    );
    const counted = before.reduce((sum, one) => sum + zonesOf(one), 0);
    if (counted <= maxGateways && counted + zonesOf(resource) > maxGateways) {
      report(
        `the stack has more than ${maxGateways} NAT gateways: let zones share one, or set maxGateways of this rule`,
      );
    }
    const subnet = subnetOf(resource, stack);
    if (subnet !== undefined && before.some((one) => subnetOf(one, stack) === subnet)) {
      report("another NAT gateway is in the same subnet: take one of them out, a gateway scales by itself");
    }
  },
});

/** The zones that a gateway is charged for: docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html. */
function zonesOf({ props }: NatGateway): number {
  if (ifKnown(() => props.availabilityMode) !== "regional") return 1;
  return Math.max(1, ifKnown(() => props.availabilityZoneAddresses?.length) ?? 1);
}

const subnetOf = (gateway: NatGateway, stack: Stack): string | undefined =>
  stack.ofType("aws:ec2/subnet:Subnet").find((subnet) => refersTo(gateway, "subnetId", subnet))?.urn;
