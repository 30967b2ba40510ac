import { z } from "zod";
import { countOf } from "../../../../prices/model";
import { type StackResource, stackRule, type Typed } from "../../../core/rule";
import { ifKnown } from "../../../core/unknown";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Interface endpoints do not cost more than the NAT that they save. */
export const costInterfaceEndpoints = stackRule({
  name: "cost-interface-endpoints",
  title: "A stack has no more interface endpoints, in each of their zones, than its environment needs.",
  severity: "low",
  types: [type],
  parameters: z.object({
    maxInterfaces: z
      .number()
      .int()
      .nonnegative()
      .default(40)
      .describe("How many endpoints times zones a stack may have; each costs about 7 USD a month."),
  }),
  controls: {},
  remediationSteps: "Take out endpoints with little traffic, or put them into fewer subnets.",
  docs: {
    why: "Every endpoint is charged in every zone: ten services in three zones cost as much as seven NAT gateways.",
    component: "Network makes those of interfaceEndpoints, in every zone.",
    good: [
      {
        type,
        name: "sts",
        props: {
          vpcEndpointType: "Interface",
          serviceName: "com.amazonaws.eu-west-1.sts",
          subnetIds: ["subnet-0a1b2c3d"],
        },
      },
    ],
  },
  check(endpoint, report, stack, { maxInterfaces }) {
    const all = stack.ofType(type);
    // Said once, of the first that is too many.
    const before = all.slice(
      0,
      all.findIndex(({ urn }) => urn === endpoint.urn),
    );
    const counted = before.reduce((sum, one) => sum + interfacesOf(one), 0);
    if (counted <= maxInterfaces && counted + interfacesOf(endpoint) > maxInterfaces) {
      report(
        `the stack has more than ${maxInterfaces} interface endpoints times zones: take some out, or set maxInterfaces of this rule`,
      );
    }
  },
});

function interfacesOf(endpoint: Typed<StackResource, typeof type>): number {
  if (ifKnown(() => endpoint.props.vpcEndpointType) !== "Interface") return 0;
  return Math.max(1, countOf(endpoint, "subnetIds", "aws:ec2/subnet:Subnet"));
}
