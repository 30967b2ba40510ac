import { change, drop, make, makeSubnet, makeVpc, subnetType, vpcType } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { makeGroup, makeInternetGateway, makeRouteTable, missing, showsInputs } from "./support";

const blockType = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const fine = () => ({ cidrBlock: "10.0.0.0/16" });
const associate = (vpcId: string, cidrBlock: string) => make(blockType, { vpcId, cidrBlock });

showsInputs("MissingParameter", "a VPC without a block", vpcType, { fine, but: () => ({ cidrBlock: null }) });
showsInputs("InvalidParameterCombination", "a VPC with a block and its length", vpcType, {
  fine,
  but: () => ({ ipv4NetmaskLength: 16 }),
});
showsInputs("InvalidParameterValue", "a VPC's IPv6 block of another size", vpcType, {
  fine: () => ({ ...fine(), ipv6IpamPoolId: "ipam-pool-1", ipv6CidrBlock: "2001:db8:1234:1a00::/56" }),
  but: () => ({ ipv6CidrBlock: "2001:db8:1234::/48" }),
  says: /ipv6CidrBlock/,
});
showsInputs("InvalidParameterValue", "a VPC's tenancy", vpcType, {
  fine: () => ({ ...fine(), instanceTenancy: "dedicated" }),
  but: () => ({ instanceTenancy: "host" }),
  says: /instanceTenancy/,
});
for (const cidrBlock of ["banana", "10.0.0.1/16", "10.0.0.0/33"]) {
  showsInputs("InvalidParameterValue", `a VPC of ${cidrBlock}`, vpcType, { fine, but: () => ({ cidrBlock }) });
}
for (const cidrBlock of ["10.0.0.0/15", "10.0.0.0/29"]) {
  showsInputs("InvalidVpc.Range", `a VPC of ${cidrBlock}`, vpcType, {
    fine: () => ({ cidrBlock: "10.0.0.0/28" }),
    but: () => ({ cidrBlock }),
  });
}
showsInputs("InvalidVpc.Range", "a VPC of link-local addresses", vpcType, {
  fine: () => ({ cidrBlock: "169.253.0.0/16" }),
  but: () => ({ cidrBlock: "169.254.1.0/24" }),
  says: /reserved/,
});
shows("VpcLimitExceeded", "one VPC more than the Region's", {
  valid: () => Array.from({ length: 5 }, () => makeVpc()),
  refused: () => makeVpc(),
});
for (const [what, fill] of Object.entries({
  subnet: (vpcId: string) => makeSubnet(vpcId, "10.0.0.0/24"),
  "internet gateway": makeInternetGateway,
  "route table": makeRouteTable,
  "security group": (vpcId: string) => makeGroup(vpcId),
})) {
  shows("DependencyViolation", `a VPC with a ${what} in it`, {
    valid: () => {
      const empty = makeVpc();
      drop(empty);
      const vpc = makeVpc();
      fill(vpc.id);
      return vpc;
    },
    refused: drop,
  });
}

shows("InvalidCidrBlock.InUse", "an IPv6 block that a subnet is in, given back", {
  valid: () => {
    const vpc = make(vpcType, { ...fine(), assignGeneratedIpv6CidrBlock: true });
    const ipv6CidrBlock = String(vpc.outputs.ipv6CidrBlock).replace(/\/56$/, "/64");
    const subnet = () => make(subnetType, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", ipv6CidrBlock });
    drop(subnet());
    change(change(vpc, { assignGeneratedIpv6CidrBlock: false }), { assignGeneratedIpv6CidrBlock: true });
    subnet();
    return vpc;
  },
  refused: (vpc) => change(vpc, { assignGeneratedIpv6CidrBlock: false }),
});

showsInputs("MissingParameter", "a further block that is none", blockType, {
  given: makeVpc,
  fine: ({ id }) => ({ vpcId: id, cidrBlock: "10.1.0.0/16" }),
  but: () => ({ cidrBlock: null }),
});
for (const [code, cidrBlock] of [
  ["InvalidParameterValue", "banana"],
  ["InvalidVpc.Range", "10.2.0.0/15"],
  ["InvalidVpc.Range", "169.254.0.0/24"],
] as const) {
  showsInputs(code, `a further block of ${cidrBlock}`, blockType, {
    given: makeVpc,
    fine: ({ id }) => ({ vpcId: id, cidrBlock: "10.1.0.0/16" }),
    but: () => ({ cidrBlock }),
  });
}
shows("InvalidVpcID.NotFound", "a further block of an unknown VPC", {
  valid: () => associate(makeVpc().id, "10.1.0.0/16"),
  refused: () => associate(missing("vpc"), "10.1.0.0/16"),
});
for (const cidrBlock of ["10.0.128.0/24", "10.1.0.0/24"]) {
  shows("CidrConflict", `a further block over one that the VPC has: ${cidrBlock}`, {
    valid: () => {
      const vpc = makeVpc();
      associate(vpc.id, "10.1.0.0/16");
      return vpc;
    },
    refused: ({ id }) => associate(id, cidrBlock),
  });
}
for (const [primary, fits, restricted] of [
  ["10.0.0.0/16", "100.64.0.0/16", "192.168.0.0/24"],
  ["10.1.0.0/24", "10.2.0.0/16", "10.0.0.0/24"],
  ["172.16.0.0/16", "172.30.0.0/16", "172.31.0.0/24"],
  ["192.168.0.0/24", "52.0.0.0/16", "198.19.0.0/24"],
  ["52.0.0.0/16", "100.64.0.0/16", "10.2.0.0/16"],
] as const) {
  shows("InvalidVpc.Range", `${restricted} as a further block of ${primary}`, {
    valid: () => {
      const vpc = make(vpcType, { cidrBlock: primary });
      associate(vpc.id, fits);
      return vpc;
    },
    refused: ({ id }) => associate(id, restricted),
    says: /is restricted/,
  });
}
shows("CidrLimitExceeded", "one block more than a VPC may have", {
  valid: () => {
    const vpc = makeVpc();
    for (let block = 1; block < 5; block++) associate(vpc.id, `10.${block}.0.0/16`);
    return vpc;
  },
  refused: ({ id }) => associate(id, "10.5.0.0/16"),
  says: /maximum number of allowed CIDRs: 5/,
});
shows("InvalidCidrBlock.InUse", "the end of a block that a subnet is in", {
  valid: () => {
    const vpc = makeVpc();
    drop(associate(vpc.id, "10.2.0.0/16"));
    const block = associate(vpc.id, "10.1.0.0/16");
    makeSubnet(vpc.id, "10.1.0.0/24");
    return block;
  },
  refused: drop,
});
