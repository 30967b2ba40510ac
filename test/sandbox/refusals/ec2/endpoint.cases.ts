import type { Properties } from "../../../../sandbox/values";
import { change, make, makeSubnet, makeVpc, vpcType } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { makeGroup, makeOtherVpc, makeRouteTable, missing, raise, showsInputs } from "./support";

const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
const service = (name: string) => `com.amazonaws.eu-west-1.${name}`;

/** A VPC whose hosts have names, which private DNS needs. */
const makeNamedVpc = () => make(vpcType, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
type Vpc = ReturnType<typeof makeVpc>;

const gateway = ({ id }: Vpc): Properties => ({ vpcId: id, serviceName: service("s3") });
const interfaces = ({ id }: Vpc): Properties => ({
  vpcId: id,
  serviceName: service("sts"),
  vpcEndpointType: "Interface",
});
const given = makeNamedVpc;

showsInputs("InvalidServiceName", "a service of another Region", type, {
  given,
  fine: interfaces,
  but: () => ({ serviceName: "com.amazonaws.eu-central-1.sts" }),
});
showsInputs("InvalidParameterValue", "a kind of endpoint", type, {
  given,
  fine: interfaces,
  but: () => ({ vpcEndpointType: "Tunnel" }),
});
showsInputs("InvalidParameterCombination", "an endpoint for two things", type, {
  given,
  fine: interfaces,
  but: () => ({ serviceNetworkArn: "arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-1" }),
});
for (const name of ["sts", "ecr.api"]) {
  showsInputs("InvalidParameter", `a gateway for ${name}, which has none`, type, {
    given,
    fine: (vpc) => ({ ...gateway(vpc), serviceName: service("dynamodb") }),
    but: () => ({ serviceName: service(name) }),
    says: /Endpoint type \(Gateway\) does not match/,
  });
}
for (const [what, fine, but] of [
  ["a gateway in subnets", gateway, ({ id }: Vpc) => ({ subnetIds: [makeSubnet(id, "10.0.0.0/24").id] })],
  ["a gateway with security groups", gateway, ({ id }: Vpc) => ({ securityGroupIds: [makeGroup(id).id] })],
  ["an interface with route tables", interfaces, ({ id }: Vpc) => ({ routeTableIds: [makeRouteTable(id).id] })],
] as const) {
  showsInputs<Vpc>("InvalidParameter", what, type, { given, fine, but, says: /is not supported/ });
}
for (const [what, policy] of [
  ["a policy that is no JSON", "allow"],
  ["a policy that is too long", JSON.stringify("x".repeat(20_479))],
] as const) {
  showsInputs("InvalidPolicyDocument", what, type, {
    given,
    fine: (vpc) => ({ ...gateway(vpc), policy: JSON.stringify("x".repeat(20_478)) }),
    but: () => ({ policy }),
  });
}
shows("DuplicateSubnetsInSameZone", "two subnets of a zone", {
  valid: () => {
    const vpc = makeVpc();
    const [first, second] = [makeSubnet(vpc.id, "10.0.0.0/24"), makeSubnet(vpc.id, "10.0.1.0/24", "eu-west-1b")];
    const endpoint = make(type, { ...interfaces(vpc), subnetIds: [first.id, second.id] });
    return { endpoint, subnetIds: [first.id, makeSubnet(vpc.id, "10.0.2.0/24").id] };
  },
  refused: ({ endpoint, subnetIds }) => change(endpoint, { subnetIds }),
});
for (const [property, stray] of Object.entries({
  subnetIds: (id: string) => makeSubnet(id, "10.9.0.0/24"),
  securityGroupIds: (id: string) => makeGroup(id),
})) {
  shows("InvalidParameter", `${property} of another VPC`, {
    valid: () => {
      const vpc = makeVpc();
      const own = { subnetIds: [makeSubnet(vpc.id, "10.0.0.0/24").id], securityGroupIds: [makeGroup(vpc.id).id] };
      return make(type, { ...interfaces(vpc), ...own });
    },
    refused: (endpoint) => change(endpoint, { [property]: [stray(makeOtherVpc().id).id] }),
    says: /different networks/,
  });
}
shows("InvalidParameter", "a route table of another VPC", {
  valid: () => {
    const vpc = makeVpc();
    return make(type, { ...gateway(vpc), routeTableIds: [vpc.outputs.mainRouteTableId ?? ""] });
  },
  refused: (endpoint) => change(endpoint, { routeTableIds: [makeRouteTable(makeOtherVpc().id).id] }),
  says: /different networks/,
});
shows("SecurityGroupsPerInterfaceLimitExceeded", "one group more than an interface may have", {
  valid: () => {
    const vpc = makeVpc();
    const groups = Array.from({ length: 7 }, (_, index) => makeGroup(vpc.id, `group-${index}`).id);
    make(type, { ...interfaces(vpc), securityGroupIds: groups.slice(0, 5) });
    raise("L-2AFB9258", 6);
    return { endpoint: make(type, { ...interfaces(vpc), securityGroupIds: groups.slice(0, 6) }), groups };
  },
  refused: ({ endpoint, groups }) => change(endpoint, { securityGroupIds: groups }),
});
shows("InvalidParameter", "private DNS where hosts have no names", {
  valid: () => {
    const [vpc, named] = [makeVpc(), makeNamedVpc()];
    make(type, { ...interfaces(named), privateDnsEnabled: true });
    make(type, { ...interfaces(vpc), privateDnsEnabled: false });
    return vpc;
  },
  refused: (vpc) => make(type, { ...interfaces(vpc), privateDnsEnabled: true }),
  says: /enableDnsSupport and enableDnsHostnames/,
});
shows("RouteAlreadyExists", "a second gateway to the same service from a table", {
  valid: () => {
    const vpc = makeVpc();
    const [first, second] = [makeRouteTable(vpc.id).id, makeRouteTable(vpc.id).id];
    make(type, { ...gateway(vpc), routeTableIds: [first] });
    make(type, { ...gateway(vpc), serviceName: service("dynamodb"), routeTableIds: [first] });
    return { first, endpoint: make(type, { ...gateway(vpc), routeTableIds: [second] }) };
  },
  refused: ({ first, endpoint }) => change(endpoint, { routeTableIds: [first] }),
});
shows("InvalidParameter", "a second endpoint with the same private name", {
  valid: () => {
    const vpc = makeNamedVpc();
    make(type, { ...interfaces(vpc), privateDnsEnabled: true });
    make(type, { ...interfaces(vpc), privateDnsEnabled: false });
    make(type, { ...interfaces(vpc), serviceName: service("ecr.api"), privateDnsEnabled: true });
    return vpc;
  },
  refused: (vpc) => make(type, { ...interfaces(vpc), privateDnsEnabled: true }),
  says: /conflicting DNS domain for sts.eu-west-1.amazonaws.com/,
});
shows("VpcEndpointLimitExceeded", "one gateway more than the Region's", {
  valid: () => {
    const vpc = makeVpc();
    for (let index = 0; index < 20; index++) make(type, gateway(vpc));
    make(type, interfaces(vpc));
    return vpc;
  },
  refused: (vpc) => make(type, gateway(vpc)),
  says: /gateway endpoints/,
});
shows("VpcEndpointLimitExceeded", "one interface more than a VPC may have", {
  valid: () => {
    const [vpc, other] = [makeVpc(), makeOtherVpc()];
    for (let index = 0; index < 50; index++) make(type, interfaces(vpc));
    make(type, interfaces(other));
    make(type, gateway(vpc));
    return vpc;
  },
  refused: (vpc) => make(type, interfaces(vpc)),
  says: /interface endpoints/,
});

for (const [code, fine, property, prefix] of [
  ["InvalidVpcID.NotFound", gateway, "vpcId", "vpc"],
  ["InvalidSubnetID.NotFound", interfaces, "subnetIds", "subnet"],
  ["InvalidGroup.NotFound", interfaces, "securityGroupIds", "sg"],
  ["InvalidRouteTableID.NotFound", gateway, "routeTableIds", "rtb"],
] as const) {
  showsInputs<Vpc>(code, `${property} of an endpoint that are not there`, type, {
    given,
    fine,
    but: () => ({ [property]: property === "vpcId" ? missing(prefix) : [missing(prefix)] }),
  });
}
