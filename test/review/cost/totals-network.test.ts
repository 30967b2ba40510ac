import { expect, it } from "vitest";
import { costOf } from "../../../review/cost/cost";
import type { Properties } from "../../../review/model/step";
import { gatheredOf, type Said, urnFor } from "../../support/gathered";
import { testPrices } from "../../support/prices";
import { aws, describeTotals, month, type Sum } from "../../support/totals";

const natType = "aws:ec2/natGateway:NatGateway";
const addressType = "aws:ec2/eip:Eip";
const nat = (name: string, said: Partial<Said>) => [
  aws(natType, { name, ...said }),
  aws(addressType, { name, ...said }),
];
const natCost = (count: number): Sum => [
  [count * month, 0.045],
  [count * 100, 0.045],
  [count * month, 0.005],
];

const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const template = (before: number, after: number) => {
  const disk = (size: number): Properties => ({
    blockDeviceMappings: [{ ebs: { volumeType: "gp3", volumeSize: size } }],
  });
  return aws(templateType, { name: "nodes", old: disk(before), next: disk(after) });
};
const nodes = (before: Properties, after: Properties) =>
  aws("aws:eks/nodeGroup:NodeGroup", {
    ...{ old: { ...before, launchTemplate: { id: "lt-1" } }, next: { ...after, launchTemplate: { id: "lt-1" } } },
    dependsOn: [urnFor(templateType, "nodes")],
  });
const sized = (instanceType: string, desiredSize: Properties[string]): Properties => ({
  ...{ instanceTypes: [instanceType], scalingConfig: { desiredSize, minSize: 1, maxSize: 9 } },
});

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const subnets = ["a", "b", "c"].map((name) => urnFor("aws:ec2/subnet:Subnet", name));
const balancerType = "aws:lb/loadBalancer:LoadBalancer";

describeTotals([
  [
    "one NAT gateway becomes one in each of three zones",
    [...nat("a", { old: {}, next: {}, op: "same" }), ...nat("b", { next: {} }), ...nat("c", { next: {} })],
    natCost(1),
    natCost(3),
  ],
  [
    "one NAT gateway becomes a regional one in three zones",
    [
      ...nat("a", { old: {} }),
      aws(natType, { name: "r", next: { availabilityMode: "regional", availabilityZoneAddresses: [{}, {}, {}] } }),
    ],
    natCost(1),
    [
      [3 * month, 0.045],
      [300, 0.045],
    ],
  ],
  [
    "a node group grows from two to five",
    [template(50, 50), nodes(sized("m7g.large", 2), sized("m7g.large", 5))],
    [
      [2 * month, 0.0816],
      [100, 0.08],
    ],
    [
      [5 * month, 0.0816],
      [250, 0.08],
    ],
  ],
  [
    "nodes and their disks get larger, the disks by the launch template",
    [template(50, 100), nodes(sized("m7g.large", 3), sized("m7g.xlarge", 3))],
    [
      [3 * month, 0.0816],
      [150, 0.08],
    ],
    [
      [3 * month, 0.1632],
      [300, 0.08],
    ],
  ],
  [
    "how many nodes there will be is not known",
    [template(50, 50), nodes(sized("m7g.large", 2), sized("m7g.large", { $: "unknown" }))],
    [
      [2 * month, 0.0816],
      [100, 0.08],
    ],
    [],
    { resources: { priced: 1, free: 1, unpriced: 0, unknown: 1 } },
  ],
  [
    // 0.60 USD an hour in all: aws.amazon.com/blogs/containers/amazon-eks-extended-support-for-kubernetes-versions-pricing, read 2026-11-25
    "a cluster leaves extended support",
    [aws("aws:eks/cluster:Cluster", { old: { version: "1.31" }, next: { version: "1.36" } })],
    [[month, 0.6]],
    [[month, 0.1]],
  ],
  [
    "an endpoint gets a third subnet, whose id is not known",
    [
      aws(endpointType, {
        old: { vpcEndpointType: "Interface", subnetIds: ["subnet-1", "subnet-2"] },
        next: { vpcEndpointType: "Interface", subnetIds: { $: "unknown" } },
        dependsOn: [...subnets, urnFor("aws:ec2/securityGroup:SecurityGroup", "endpoints")],
      }),
    ],
    [
      [2 * month, 0.01],
      [10, 0.01],
    ],
    [
      [3 * month, 0.01],
      [10, 0.01],
    ],
  ],
  [
    "a load balancer opens to the internet",
    [
      aws(balancerType, {
        old: { internal: true, subnets: ["1", "2"] },
        next: { internal: false, subnets: ["1", "2"] },
      }),
    ],
    [
      [month, 0.0225],
      [month, 0.008],
    ],
    [
      [month, 0.0225],
      [month, 0.008],
      [2 * month, 0.005],
    ],
  ],
  [
    "a gateway is made where the region has its own price",
    [aws(natType, { next: { region: "eu-west-1" } })],
    [],
    [
      [month, 0.048],
      [100, 0.048],
    ],
  ],
  [
    "a gateway is made where the region has none",
    [aws(natType, { next: { region: "sa-east-1" } })],
    [],
    [
      [month, 0.045],
      [100, 0.045],
    ],
  ],
]);

it("says which totals rest on prices of another region", () => {
  const made = (region: string) => costOf(gatheredOf([aws(natType, { next: { region } })]), testPrices).sources;
  expect(made("eu-west-1")).toMatchObject([{ region: "eu-west-1", exact: true }]);
  expect(made("sa-east-1")).toMatchObject([{ region: "us-east-1", exact: false }]);
});
