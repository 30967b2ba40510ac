import { crc32 } from "node:zlib";
import { type Properties, text } from "../../values";
import type { Model } from "../model";
import { internetGatewayReference, natGatewayReference, routeTableReference } from "./references";

const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];

const destinationOf = (inputs: Properties) =>
  destinations.map((key) => text(inputs, key)).find((value) => value !== undefined) ?? "";

export const route: Model = {
  type: "aws:ec2/route:Route",
  schema: "internal/service/ec2/vpc_route.go",
  immutable: [...destinations, "routeTableId"],
  references: {
    routeTableId: routeTableReference,
    gatewayId: { ...internetGatewayReference, applies: (id) => id.startsWith("igw-") },
    natGatewayId: natGatewayReference,
  },
  refusals: [
    {
      code: "RouteAlreadyExists",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
      on: ["create"],
      when: ({ scope, inputs }) => {
        const destination = destinationOf(inputs);
        const isTaken = scope
          .list("aws:ec2/route:Route")
          .some(
            ({ outputs }) => outputs.routeTableId === inputs.routeTableId && destinationOf(outputs) === destination,
          );
        return isTaken ? `The route identified by ${destination} already exists.` : undefined;
      },
    },
  ],
  id: ({ inputs }) => `r-${inputs.routeTableId}${crc32(destinationOf(inputs))}`,
  computed: {
    origin: () => "CreateRoute",
    state: () => "active",
  },
};
