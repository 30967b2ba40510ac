import { costInterfaceEndpoints } from "../../../../policy-packs/tagging-cost/rules/network/cost-interface-endpoints";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
const endpoint = (name: string, props: object) => ({ type, name, props: { vpcEndpointType: "Interface", ...props } });

testRule(costInterfaceEndpoints, {
  bad: {
    "one too many": { add: [endpoint("kms", { subnetIds: ["a"] })], configuration: { maxInterfaces: 1 } },
    "zones of one": { set: { subnetIds: ["a", "b", "c"] }, configuration: { maxInterfaces: 2 } },
    "subnets made in the same deployment": {
      set: { subnetIds: [unknown, unknown] },
      configuration: { maxInterfaces: 1 },
    },
    "14 services in three zones": {
      add: Array.from({ length: 14 }, (_one, n) => endpoint(`service-${n}`, { subnetIds: ["a", "b", "c"] })),
    },
    "one that says no subnet": { add: [endpoint("kms", {})], configuration: { maxInterfaces: 1 } },
    "any where none is wanted": { configuration: { maxInterfaces: 0 } },
  },
  good: {
    "as many as are allowed": { add: [endpoint("kms", { subnetIds: ["a"] })], configuration: { maxInterfaces: 2 } },
    "gateway endpoints, which are free": {
      add: [
        { type, name: "s3", props: { vpcEndpointType: "Gateway" } },
        { type, name: "dynamodb", props: {} },
      ],
      configuration: { maxInterfaces: 1 },
    },
  },
});
