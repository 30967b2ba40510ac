import type { Properties } from "../../../../sandbox/values";
import { change, drop, make, makeCluster, makeVpc, scope, subnetType } from "../../../support/models";
import { shows } from "../../../support/refusals";
import {
  clusterSubnets,
  makeGroup,
  makeNetwork,
  makeOtherVpc,
  missing,
  raise,
  showsInputs,
  securityGroupType as type,
} from "./support";

const defaultType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const given = makeVpc;
const fine = ({ id }: { id: string }) => ({ vpcId: id, name: "web" });

for (const name of ["default", "sg-web", "wéb", "n".repeat(256)]) {
  showsInputs("InvalidParameterValue", `a group named ${name.slice(0, 9)}`, type, {
    given,
    fine: (vpc) => ({ ...fine(vpc), name: "a .-:/()#,@[]+=&;{}!$*_9" }),
    but: () => ({ name }),
  });
}
showsInputs("InvalidParameterValue", "characters of a description", type, {
  given,
  fine,
  but: () => ({ description: "what’s in" }),
  says: /security group description/,
});
showsInputs("MissingParameter", "an empty description", type, { given, fine, but: () => ({ description: "" }) });
showsInputs("InvalidParameterCombination", "a name and what it begins with", type, {
  given,
  fine: ({ id }) => ({ vpcId: id, namePrefix: "web-" }),
  but: () => ({ name: "web" }),
});
shows("InvalidVpcID.NotFound", "a group of an unknown VPC", {
  valid: () => makeGroup(makeVpc().id),
  refused: () => makeGroup(missing("vpc")),
});
shows("InvalidGroup.Duplicate", "a name that the VPC has already", {
  valid: () => {
    const vpc = makeVpc();
    makeGroup(vpc.id);
    makeGroup(vpc.id, "other");
    makeGroup(makeOtherVpc().id);
    return vpc;
  },
  refused: ({ id }) => makeGroup(id),
});
shows("SecurityGroupLimitExceeded", "one group more than the Region's", {
  valid: () => {
    const vpc = makeVpc();
    // The VPC's own one counts too.
    for (let index = 1; index < 2500; index++) makeGroup(vpc.id, `group-${index}`);
    return vpc;
  },
  refused: ({ id }) => makeGroup(id),
});

const rule = (more: Properties = {}): Properties => ({
  protocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrBlocks: ["10.0.0.0/8"],
  ...more,
});
const wrongRules: Record<string, [Properties, RegExp]> = {
  "a protocol": [rule({ protocol: "http" }), /Unknown protocol/],
  "a range of ports": [rule({ toPort: 80 }), /port range/],
  "a block": [rule({ cidrBlocks: ["10.0.0.1/8"] }), /10.0.0.1\/8 is malformed/],
  "a description": [rule({ description: "<b>" }), /rule description/],
};

for (const [where, groupType, group] of [
  ["a group", type, fine],
  ["a default group", defaultType, ({ id }: { id: string }) => ({ vpcId: id })],
] as const) {
  for (const [what, [wrong, says]] of Object.entries(wrongRules)) {
    showsInputs("InvalidParameterValue", `${what} inside ${where}`, groupType, {
      given,
      fine: (vpc) => ({ ...group(vpc), ingress: [rule()], egress: [rule({ protocol: "-1", fromPort: 0, toPort: 0 })] }),
      but: () => ({ ...(groupType === type && { name: "other" }), ingress: [rule(), wrong] }),
      says,
    });
  }
  shows("InvalidParameterValue", `the same permission twice inside ${where}`, {
    valid: () => make(groupType, { ...group(makeVpc()), ingress: [rule(), rule({ fromPort: 80, toPort: 80 })] }),
    refused: (made) => change(made, { ingress: [rule(), rule({ protocol: "6", description: "again" })] }),
    says: /must not appear multiple times/,
  });
  shows("InvalidPermission.Duplicate", `a permission inside ${where} that a rule of its own gives`, {
    valid: () => {
      const made = make(groupType, group(makeVpc()));
      const own = { securityGroupId: made.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" };
      make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", own);
      return change(made, { egress: [rule()] });
    },
    refused: (made) => change(made, { ingress: [rule()] }),
  });
  shows("RulesPerSecurityGroupLimitExceeded", `too many rules inside ${where}`, {
    valid: () => {
      raise("L-0EA8095F", 61);
      const ports = Array.from({ length: 61 }, (_, port) => rule({ fromPort: port, toPort: port }));
      const ipv6 = ports.map((port) => ({ ...port, cidrBlocks: [], ipv6CidrBlocks: ["2001:db8::/32"] }));
      return make(groupType, { ...group(makeVpc()), ingress: [...ports, ...ipv6], egress: ports });
    },
    refused: (made) =>
      change(made, { ingress: [made.inputs.ingress ?? [], rule({ fromPort: 99, toPort: 99 })].flat() }),
  });
  for (const direction of ["ingress", "egress"]) {
    shows("InvalidGroup.NotFound", `an unknown group as ${direction} of ${where}`, {
      valid: () => {
        const vpc = makeVpc();
        const other = makeGroup(vpc.id, "other");
        return make(groupType, { ...group(vpc), [direction]: [rule({ cidrBlocks: [], securityGroups: [other.id] })] });
      },
      refused: (made) => change(made, { [direction]: [rule({ cidrBlocks: [], securityGroups: [missing("sg")] })] }),
    });
  }
}

const uses: Record<string, (used: string, vpcId: string) => unknown> = {
  "a rule of another": (used, vpcId) =>
    make("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", {
      securityGroupId: makeGroup(vpcId, "other").id,
      referencedSecurityGroupId: used,
      ipProtocol: "-1",
    }),
  "an older rule of another": (used, vpcId) =>
    make("aws:ec2/securityGroupRule:SecurityGroupRule", {
      securityGroupId: makeGroup(vpcId, "other").id,
      sourceSecurityGroupId: used,
      type: "ingress",
      protocol: "-1",
      fromPort: 0,
      toPort: 0,
    }),
  "the rules inside another": (used, vpcId) =>
    make(type, { vpcId, name: "other", egress: [rule({ cidrBlocks: [], securityGroups: [used] })] }),
  "an endpoint": (used, vpcId) =>
    make("aws:ec2/vpcEndpoint:VpcEndpoint", {
      vpcId,
      serviceName: "com.amazonaws.eu-west-1.sts",
      vpcEndpointType: "Interface",
      securityGroupIds: [used],
    }),
};
for (const [what, use] of Object.entries(uses)) {
  shows("DependencyViolation", `a group that ${what} uses`, {
    valid: () => {
      const { vpcId, group } = makeNetwork();
      const unused = makeGroup(vpcId, "unused");
      const own = { securityGroupId: unused.id, referencedSecurityGroupId: unused.id, ipProtocol: "-1" };
      make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", own);
      drop(unused);
      use(group.id, vpcId);
      return group;
    },
    refused: drop,
  });
}
shows("DependencyViolation", "a group that a cluster uses", {
  valid: () => {
    const cluster = makeCluster();
    const [subnetId] = clusterSubnets(cluster);
    const group = makeGroup(String(scope.find(subnetType, subnetId ?? "")?.outputs.vpcId));
    change(cluster, { vpcConfig: { subnetIds: clusterSubnets(cluster), securityGroupIds: [group.id] } });
    return group;
  },
  refused: drop,
});
