import { costFreeGatewayEndpoints } from "../../../../policy-packs/tagging-cost/rules/network/cost-free-gateway-endpoints";
import { testRule } from "../../../support/rule";

testRule(costFreeGatewayEndpoints, {
  bad: {
    "no endpoint": { without: ["s3", "dynamodb"] },
    "none for DynamoDB": { without: ["dynamodb"] },
    "none for S3": { without: ["s3"] },
    "an interface endpoint": { of: "s3", set: { vpcEndpointType: "Interface" } },
    "an endpoint for tables of S3": { of: "s3", set: { serviceName: "com.amazonaws.eu-west-1.s3tables" } },
  },
  good: {
    "endpoints of the default type": { of: "s3", unset: ["vpcEndpointType"] },
    "what is not used": { without: ["dynamodb"], configuration: { services: ["s3"] } },
    "no gateway, so no toll": { without: ["main", "s3"] },
    "two gateways": { add: [{ type: "aws:ec2/natGateway:NatGateway", name: "more", props: {} }] },
  },
});
