import type { Properties } from "../../../../sandbox/values";
import { change, drop, make, makeCluster, makeSubnet, makeVpc, subnetType, vpcType } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { clusterSubnets, makeEip, makeNetwork, missing, natGatewayType, showsInputs } from "./support";

const given = makeVpc;
const fine = ({ id }: { id: string }) => ({ vpcId: id, cidrBlock: "10.0.0.0/24" });
const makeIpv6Vpc = () => make(vpcType, { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true });
/** A /64 of a VPC's /56. */
const ipv6 = (vpc: ReturnType<typeof makeVpc>, index: number) =>
  String(vpc.outputs.ipv6CidrBlock).replace(/00::\/56$/, `0${index}::/64`);

showsInputs("MissingParameter", "a subnet without a block", subnetType, {
  given,
  fine,
  but: () => ({ cidrBlock: null }),
});
showsInputs("InvalidParameterCombination", "a subnet with two names for its zone", subnetType, {
  given,
  fine: (vpc) => ({ ...fine(vpc), availabilityZone: "eu-west-1a" }),
  but: () => ({ availabilityZoneId: "euw1-az1" }),
});
showsInputs("InvalidParameterValue", "a subnet of what is no block", subnetType, {
  given,
  fine,
  but: () => ({ cidrBlock: "10.0.0.1/24" }),
  says: /cidrBlock/,
});
for (const cidrBlock of ["10.0.0.0/15", "10.0.0.0/29"]) {
  showsInputs("InvalidSubnet.Range", `a subnet of ${cidrBlock}`, subnetType, {
    given,
    fine,
    but: () => ({ cidrBlock }),
  });
}
shows("InvalidSubnet.Range", "a subnet outside its VPC", {
  valid: () => {
    const vpc = makeVpc();
    make("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", {
      vpcId: vpc.id,
      cidrBlock: "10.1.0.0/16",
    });
    makeSubnet(vpc.id, "10.0.0.0/24");
    makeSubnet(vpc.id, "10.1.0.0/24");
    return vpc;
  },
  refused: ({ id }) => makeSubnet(id, "10.2.0.0/24"),
});
shows("InvalidSubnet.Conflict", "a subnet over another", {
  valid: () => {
    const vpc = makeVpc();
    makeSubnet(vpc.id, "10.0.0.0/24");
    makeSubnet(vpc.id, "10.0.1.0/24");
    return vpc;
  },
  refused: ({ id }) => makeSubnet(id, "10.0.0.128/25"),
});
const ipv6Only = (vpc: ReturnType<typeof makeVpc>) => ({
  vpcId: vpc.id,
  ipv6Native: true,
  ipv6CidrBlock: ipv6(vpc, 1),
});
const withIpv4: Properties[] = [{ cidrBlock: "10.0.0.0/24" }, { mapPublicIpOnLaunch: true }, { ipv6CidrBlock: null }];
for (const but of withIpv4) {
  showsInputs("InvalidParameterCombination", `an IPv6 only subnet with ${JSON.stringify(but)}`, subnetType, {
    given: makeIpv6Vpc,
    fine: ipv6Only,
    but: () => but,
    says: /IPv6 only/,
  });
}
showsInputs("InvalidSubnet.Range", "an IPv6 block of another size", subnetType, {
  given: makeIpv6Vpc,
  fine: (vpc) => ({ ...fine(vpc), ipv6CidrBlock: ipv6(vpc, 1) }),
  but: () => ({ cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2001:db8::/65" }),
});
shows("InvalidSubnet.Range", "an IPv6 block outside the VPC's", {
  valid: () => {
    const vpc = makeIpv6Vpc();
    make(subnetType, { ...fine(vpc), ipv6CidrBlock: ipv6(vpc, 1) });
    return vpc;
  },
  refused: (vpc) => make(subnetType, { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2001:db8::/64" }),
});
shows("InvalidSubnet.Conflict", "an IPv6 block that another subnet has, however it is written", {
  valid: () => {
    const vpc = makeIpv6Vpc();
    make(subnetType, { ...fine(vpc), ipv6CidrBlock: ipv6(vpc, 1) });
    const other = make(subnetType, { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", ipv6CidrBlock: ipv6(vpc, 2) });
    return { vpc, other };
  },
  refused: ({ vpc, other }) => change(other, { ipv6CidrBlock: ipv6(vpc, 1).toUpperCase() }),
});
const zones: Properties[] = [
  { availabilityZone: "eu-west-1z" },
  { availabilityZone: null, availabilityZoneId: "use1-az1" },
];
for (const but of zones) {
  showsInputs("InvalidParameterValue", `a zone of no such name: ${JSON.stringify(but)}`, subnetType, {
    given,
    fine: (vpc) => ({ ...fine(vpc), availabilityZone: "eu-west-1a" }),
    but: () => ({ cidrBlock: "10.0.1.0/24", ...but }),
    says: /eu-west-1a, eu-west-1b, eu-west-1c/,
  });
}
showsInputs("InvalidParameterValue", "a kind of host name", subnetType, {
  given,
  fine: (vpc) => ({ ...fine(vpc), privateDnsHostnameTypeOnLaunch: "resource-name" }),
  but: () => ({ cidrBlock: "10.0.1.0/24", privateDnsHostnameTypeOnLaunch: "random" }),
  says: /privateDnsHostnameTypeOnLaunch/,
});
shows("InvalidVpcID.NotFound", "a subnet of an unknown VPC", {
  valid: () => makeSubnet(makeVpc().id, "10.0.0.0/24"),
  refused: () => makeSubnet(missing("vpc"), "10.0.0.0/24"),
});
shows("SubnetLimitExceeded", "one subnet more than a VPC may have", {
  valid: () => {
    const vpc = makeVpc();
    for (let index = 0; index < 200; index++) makeSubnet(vpc.id, `10.0.${index}.0/24`);
    return vpc;
  },
  refused: ({ id }) => makeSubnet(id, "10.0.200.0/24"),
});
for (const [what, use] of Object.entries({
  "a NAT gateway": () => {
    const { subnet } = makeNetwork();
    make(natGatewayType, { subnetId: subnet.id, allocationId: makeEip().id });
    return subnet;
  },
  "an interface endpoint": () => {
    const { vpcId, subnet } = makeNetwork();
    const inputs = { vpcId, serviceName: "com.amazonaws.eu-west-1.sts", vpcEndpointType: "Interface" };
    make("aws:ec2/vpcEndpoint:VpcEndpoint", { ...inputs, subnetIds: [subnet.id] });
    return subnet;
  },
})) {
  shows("DependencyViolation", `a subnet with ${what} in it`, {
    valid: () => {
      const used = use();
      drop(makeSubnet(String(used.outputs.vpcId), "10.0.9.0/24"));
      return used;
    },
    refused: drop,
  });
}
shows("DependencyViolation", "a subnet with a cluster's interfaces in it", {
  valid: () => clusterSubnets(makeCluster()),
  refused: ([id = ""]) => drop({ type: subnetType, id, outputs: {} }),
});
