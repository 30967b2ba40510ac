import { makeSubnetElsewhere, merged } from "../../../support/eks";
import {
  change,
  clusterType,
  make,
  makeCluster,
  makeRole,
  makeSubnet,
  makeVpc,
  scope,
  subnetType,
  trust,
} from "../../../support/models";
import { shows } from "../../../support/refusals";

import { invalid, made, previewed } from "./support";

// Networks
shows(invalid, "subnets in one zone", {
  valid: makeCluster,
  refused: ({ inputs }) => {
    const { id } = makeVpc();
    const subnetIds = ["10.0.0.0/24", "10.0.1.0/24"].map((cidr) => makeSubnet(id, cidr).id);
    make(clusterType, { ...inputs, name: "other", vpcConfig: { subnetIds } });
  },
  says: /at least two different AZs/,
});
shows(invalid, "subnets of two VPCs", {
  valid: makeCluster,
  refused: ({ inputs }) => {
    const subnetIds = [makeSubnetElsewhere(), ...scope.list(subnetType).map(({ id }) => id)];
    make(clusterType, { ...inputs, name: "other", vpcConfig: { subnetIds } });
  },
  says: /must be in one VPC/,
});
shows("UnsupportedAvailabilityZoneException", "a subnet in a zone without EKS", {
  valid: () => {
    const usEast = (zones: string[]) => {
      const { id } = make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", region: "us-east-1" });
      return zones.map(
        (zone, index) =>
          make(subnetType, {
            vpcId: id,
            cidrBlock: `10.0.${index}.0/24`,
            availabilityZone: `us-east-1${zone}`,
            region: "us-east-1",
          }).id,
      );
    };
    const role = makeRole("eks", trust("eks.amazonaws.com"));
    const cluster = (name: string, zones: string[]) =>
      make(clusterType, {
        name,
        roleArn: role.outputs.arn ?? "",
        region: "us-east-1",
        vpcConfig: { subnetIds: usEast(zones) },
      });
    cluster("good", ["a", "b", "c"]);
    return cluster;
  },
  refused: (cluster) => cluster("bad", ["a", "b", "e"]),
  says: /us-east-1e/,
});
shows(invalid, "other zones than those it was made in", {
  valid: () => {
    const cluster = makeCluster();
    const { vpcId } = scope.list(subnetType)[0]?.outputs ?? {};
    const add = (zone: string, third: number) => makeSubnet(String(vpcId), `10.0.${third}.0/24`, `eu-west-1${zone}`).id;
    const same = change(cluster, { vpcConfig: { subnetIds: [add("a", 10), add("b", 11)] } });
    return { same, add };
  },
  refused: ({ same, add }) => change(same, { vpcConfig: { subnetIds: [add("a", 12), add("c", 13)] } }),
  says: /exact set of AZs 'eu-west-1a, eu-west-1b'/,
});
shows(invalid, "a security group of another VPC", {
  valid: () => {
    const cluster = makeCluster();
    const vpcId = scope.list("aws:ec2/vpc:Vpc")[0]?.id ?? "";
    const group = (vpc: string) => make("aws:ec2/securityGroup:SecurityGroup", { name: "g", vpcId: vpc }).id;
    const withGroup = (name: string, vpc: string) =>
      make(clusterType, merged({ ...cluster.inputs, name }, { vpcConfig: { securityGroupIds: [group(vpc)] } }));
    withGroup("good", vpcId);
    return withGroup;
  },
  refused: (withGroup) => withGroup("bad", makeVpc().id),
  says: /not in the same VPC/,
});
const groups = (count: number) => Array.from({ length: count }, (_, index) => `sg-${index}`);
previewed(
  invalid,
  "five security groups",
  { vpcConfig: { securityGroupIds: groups(4) } },
  { vpcConfig: { securityGroupIds: groups(5) } },
);
previewed(
  invalid,
  "an endpoint that nobody reaches",
  { vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false } },
  { vpcConfig: { endpointPublicAccess: false } },
);
previewed(
  invalid,
  "an IPv6 range for the endpoint of an IPv4 cluster",
  {
    kubernetesNetworkConfig: { ipFamily: "ipv6" },
    vpcConfig: { publicAccessCidrs: ["2001:db8::/32", "192.0.2.0/24"] },
  },
  { vpcConfig: { publicAccessCidrs: ["2001:db8::/32"] } },
  /invalid in publicAccessCidrs: \[2001:db8::\/32\]/,
);
const ranges = (count: number) => Array.from({ length: count }, (_, index) => `192.0.2.${index}/32`);
previewed(
  invalid,
  "41 ranges for the endpoint",
  { vpcConfig: { publicAccessCidrs: ranges(40) } },
  { vpcConfig: { publicAccessCidrs: ranges(41) } },
);
const service = (serviceIpv4Cidr: string) => ({ kubernetesNetworkConfig: { serviceIpv4Cidr } });
previewed(invalid, "a public range for services", service("172.20.0.0/16"), service("100.64.0.0/16"));
previewed(
  invalid,
  "another IP family",
  { kubernetesNetworkConfig: { ipFamily: "ipv4" } },
  { kubernetesNetworkConfig: { ipFamily: "ipv5" } },
);
previewed(
  invalid,
  "an IPv4 range for services of an IPv6 cluster",
  { kubernetesNetworkConfig: { ipFamily: "ipv6" } },
  { kubernetesNetworkConfig: { ipFamily: "ipv6", serviceIpv4Cidr: "172.20.0.0/16" } },
);
made(invalid, "a range for services within the VPC's", () => service("10.0.128.0/20"), /overlaps with .* 10.0.0.0\/16/);
made(invalid, "an IPv6 cluster in IPv4 subnets", () => ({ kubernetesNetworkConfig: { ipFamily: "ipv6" } }));
