import type { Properties } from "../../../../sandbox/values";
import { change, drop, make, makeSubnet, makeVpc } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { makeEip, makeNetwork, missing, showsInputs, natGatewayType as type } from "./support";

const eipType = "aws:ec2/eip:Eip";
const elasticIps = () =>
  make("aws:servicequotas/serviceQuota:ServiceQuota", { serviceCode: "ec2", quotaCode: "L-0263D0A3", value: 50 });

function givenZonal() {
  const { vpcId, subnet } = makeNetwork();
  return { vpcId, subnetId: subnet.id, allocationId: makeEip().id, other: makeEip().id };
}
type Zonal = ReturnType<typeof givenZonal>;
const zonal = ({ subnetId, allocationId }: Zonal) => ({ subnetId, allocationId });
const regional = ({ vpcId, allocationId }: Zonal) => ({
  vpcId,
  availabilityMode: "regional",
  availabilityZoneAddresses: [{ availabilityZone: "eu-west-1a", allocationIds: [allocationId] }],
});

const incomplete: [string, (given: Zonal) => Properties, Properties][] = [
  ["a zonal gateway without a subnet", zonal, { subnetId: null }],
  ["a public gateway without an address", zonal, { allocationId: null }],
  ["a regional gateway without a VPC", regional, { vpcId: null }],
];
for (const [what, fine, but] of incomplete) {
  showsInputs<Zonal>("MissingParameter", what, type, { given: givenZonal, fine, but: () => but });
}
showsInputs("MissingParameter", "addresses of no zone", type, {
  given: givenZonal,
  fine: regional,
  but: ({ other }) => ({ availabilityZoneAddresses: [{ allocationIds: [other] }] }),
  says: /availabilityZoneId/,
});
showsInputs("InvalidParameterCombination", "a private gateway with an address", type, {
  given: givenZonal,
  fine: ({ subnetId }) => ({ subnetId, connectivityType: "private", secondaryPrivateIpAddressCount: 2 }),
  but: ({ allocationId }) => ({ allocationId }),
  says: /private NAT gateway/,
});
showsInputs("InvalidParameterCombination", "a public gateway with a number of private addresses", type, {
  given: givenZonal,
  fine: zonal,
  but: ({ other }) => ({ allocationId: other, secondaryPrivateIpAddressCount: 2 }),
});
showsInputs("InvalidParameterCombination", "a regional gateway in a subnet", type, {
  given: givenZonal,
  fine: regional,
  but: ({ subnetId }) => ({ subnetId }),
  says: /regional/,
});
showsInputs("InvalidParameterCombination", "private addresses and a number of them", type, {
  given: givenZonal,
  fine: ({ subnetId }) => ({ subnetId, connectivityType: "private", secondaryPrivateIpAddresses: ["10.0.0.9"] }),
  but: () => ({ secondaryPrivateIpAddressCount: 2 }),
  says: /secondaryPrivateIpAddresses/,
});
showsInputs("InvalidParameterValue", "a kind of connectivity", type, {
  given: givenZonal,
  fine: zonal,
  but: () => ({ connectivityType: "open" }),
});
shows("Gateway.NotAttached", "a public gateway in a VPC without an internet gateway", {
  valid: () => {
    const [vpc, other] = [makeVpc(), makeVpc()];
    const subnet = makeSubnet(vpc.id, "10.0.0.0/24");
    make(type, { subnetId: subnet.id, connectivityType: "private" });
    const internet = make("aws:ec2/internetGateway:InternetGateway", {});
    const attachment = { vpcId: other.id, internetGatewayId: internet.id };
    make("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", attachment);
    make(type, { subnetId: makeSubnet(other.id, "10.0.0.0/24").id, allocationId: makeEip().id });
    return subnet;
  },
  refused: ({ id }) => make(type, { subnetId: id, allocationId: makeEip().id }),
});
for (const [where, fine] of Object.entries({ zonal, regional })) {
  shows("Resource.AlreadyAssociated", `an address that a ${where} gateway has`, {
    valid: () => {
      const given = givenZonal();
      const gateway = make(type, fine(given));
      change(gateway, { tags: { Name: "out" } });
      return given;
    },
    refused: (given) => make(type, zonal(given)),
  });
  shows("InvalidIPAddress.InUse", `an address that a ${where} gateway has, released`, {
    valid: () => {
      const given = givenZonal();
      drop(make(eipType, {}));
      make(type, fine(given));
      return given;
    },
    refused: ({ allocationId }) => drop({ type: eipType, id: allocationId, outputs: {} }),
  });
}
shows("NatGatewayLimitExceeded", "one gateway more than a zone may have", {
  valid: () => {
    elasticIps();
    const { vpcId, subnet } = makeNetwork();
    for (let index = 1; index < 5; index++) make(type, { subnetId: subnet.id, allocationId: makeEip().id });
    const same = makeSubnet(vpcId, "10.0.1.0/24");
    make(type, { subnetId: same.id, connectivityType: "private" });
    make(type, { subnetId: makeSubnet(vpcId, "10.0.2.0/24", "eu-west-1b").id, allocationId: makeEip().id });
    return same;
  },
  refused: ({ id }) => make(type, { subnetId: id, connectivityType: "private" }),
});
const strays: [string, Properties][] = [
  ["InvalidAllocationID.NotFound", { allocationId: missing("eipalloc") }],
  ["InvalidAllocationID.NotFound", { secondaryAllocationIds: [missing("eipalloc")] }],
  ["InvalidSubnetID.NotFound", { subnetId: missing("subnet") }],
];
for (const [code, but] of strays) {
  showsInputs(code, `a gateway with ${Object.keys(but)[0]} that is not there`, type, {
    given: givenZonal,
    fine: ({ other, ...given }) => ({ ...zonal({ other, ...given }), secondaryAllocationIds: [other] }),
    but: () => but,
  });
}
showsInputs("InvalidAllocationID.NotFound", "a zone's address that is not there", type, {
  given: givenZonal,
  fine: regional,
  but: () => ({
    availabilityZoneAddresses: [{ availabilityZone: "eu-west-1a", allocationIds: [missing("eipalloc")] }],
  }),
});
showsInputs("InvalidVpcID.NotFound", "a regional gateway of an unknown VPC", type, {
  given: givenZonal,
  fine: regional,
  but: () => ({ vpcId: missing("vpc") }),
});

showsInputs("InvalidParameterValue", "an address outside VPCs", eipType, {
  fine: () => ({ domain: "vpc" }),
  but: () => ({ domain: "standard" }),
});
shows("AddressLimitExceeded", "one address more than the Region's, not counting those that were brought", {
  valid: () => {
    for (let index = 0; index < 5; index++) makeEip();
    make(eipType, { publicIpv4Pool: "ipv4pool-ec2-012345" });
    make(eipType, { publicIpv4Pool: "ipv4pool-ec2-012345" });
  },
  refused: makeEip,
});
