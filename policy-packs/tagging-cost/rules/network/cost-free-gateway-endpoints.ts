import { z } from "zod";
import { stackRule } from "../../../core/rule";
import { forEachKnown, someKnown } from "../../../core/unknown";

const natType = "aws:ec2/natGateway:NatGateway";

/** Traffic to S3 and DynamoDB does not pay a toll. */
export const costFreeGatewayEndpoints = stackRule({
  name: "cost-free-gateway-endpoints",
  title: "Where there is a NAT gateway, there are gateway endpoints for S3 and DynamoDB, which cost nothing.",
  severity: "low",
  types: [natType],
  parameters: z.object({
    services: z
      .array(z.enum(["s3", "dynamodb"]))
      .default(["s3", "dynamodb"])
      .describe("Services that are used."),
  }),
  controls: {},
  remediationSteps:
    "Add an aws.ec2.VpcEndpoint of type Gateway for the service that the message names, with the route tables of the private subnets.",
  docs: {
    why: "Every gigabyte that goes to S3 by way of NAT is charged, image layers from ECR among them; a gateway endpoint is free.",
    component: "Network always makes both.",
    good: [
      { type: natType, name: "main", props: {} },
      ...["s3", "dynamodb"].map((service) => ({
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name: service,
        props: { serviceName: `com.amazonaws.eu-west-1.${service}`, vpcEndpointType: "Gateway" },
      })),
    ],
  },
  check({ urn }, report, stack, { services }) {
    // Said once, of the first.
    if (stack.ofType(natType)[0]?.urn !== urn) return;
    const endpoints = stack.ofType("aws:ec2/vpcEndpoint:VpcEndpoint");
    forEachKnown(services, (service) => {
      const found = someKnown(
        endpoints,
        ({ props }) =>
          (props.vpcEndpointType ?? "Gateway") === "Gateway" && (props.serviceName ?? "").endsWith(`.${service}`),
      );
      if (!found) report(`traffic to ${service} goes by way of NAT: add a gateway endpoint for it, which is free`);
    });
  },
});
