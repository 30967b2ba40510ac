import type { Properties } from "../../../../sandbox/values";
import { change, make, makeVpc } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { makeGroup, makeNetwork, makeOtherVpc, missing, showsInputs } from "./support";

const olderType = "aws:ec2/securityGroupRule:SecurityGroupRule";

/** How a form of rule writes what all of them can say. */
interface Form {
  type: string;
  rule: (securityGroupId: string, source: Properties) => Properties;
  ipv4: (block: string) => Properties;
  ipv6: (block: string) => Properties;
  group: (id: string) => Properties;
  protocol: (name: string) => Properties;
}

const newForm = (type: string): Form => ({
  type,
  rule: (securityGroupId, source) => ({ securityGroupId, ipProtocol: "tcp", fromPort: 443, toPort: 443, ...source }),
  ipv4: (cidrIpv4) => ({ cidrIpv4 }),
  ipv6: (cidrIpv6) => ({ cidrIpv6 }),
  group: (referencedSecurityGroupId) => ({ referencedSecurityGroupId }),
  protocol: (ipProtocol) => ({ ipProtocol }),
});

const forms: Form[] = [
  newForm("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
  newForm("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
  {
    type: olderType,
    rule: (securityGroupId, source) => {
      return { securityGroupId, type: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, ...source };
    },
    ipv4: (block) => ({ cidrBlocks: [block] }),
    ipv6: (block) => ({ ipv6CidrBlocks: [block] }),
    group: (sourceSecurityGroupId) => ({ sourceSecurityGroupId }),
    protocol: (protocol) => ({ protocol }),
  },
];

for (const { type, rule, ipv4, ipv6, group, protocol } of forms) {
  const name = type.split(":")[2];
  const given = makeNetwork;
  const fine = (network: ReturnType<typeof makeNetwork>) => rule(network.group.id, ipv4("10.0.0.0/8"));
  const wrong: Record<string, [Properties, RegExp]> = {
    "a protocol": [protocol("http"), /Unknown protocol/],
    "ports in the wrong order": [{ toPort: 80 }, /port range/],
    "a port above 65535": [{ toPort: 65_536 }, /port range/],
    "an ICMP type above 255": [{ ...protocol("icmp"), fromPort: 256, toPort: -1 }, /ICMP/],
    "a block that does not start at its first address": [ipv4("10.0.0.1/8"), /malformed/],
    "what is no block": [ipv4("everyone"), /malformed/],
    "a description": [{ description: "a\nb" }, /rule description/],
  };
  for (const [what, [but, says]] of Object.entries(wrong)) {
    showsInputs("InvalidParameterValue", `${what} of ${name}`, type, { given, fine, but: () => but, says });
  }
  showsInputs("InvalidParameterValue", `an IPv6 block of ${name}`, type, {
    given,
    fine: (network) => rule(network.group.id, ipv6("2001:db8::/32")),
    but: () => ipv6("2001:db8::1/32"),
    says: /malformed/,
  });
  shows("InvalidPermission.Duplicate", `${name} again, by the protocol's number`, {
    valid: () => {
      const network = makeNetwork();
      make(type, fine(network));
      make(type, { ...fine(network), toPort: 444 });
      make(type, rule(network.group.id, ipv6("2001:db8::/32")));
      return network;
    },
    refused: (network) => make(type, { ...fine(network), ...protocol("6") }),
  });
  shows("InvalidPermission.Duplicate", `${name} again, with its IPv6 block written otherwise`, {
    valid: () => {
      const network = makeNetwork();
      make(type, rule(network.group.id, ipv6("2001:db8::/32")));
      return network;
    },
    refused: (network) => make(type, rule(network.group.id, ipv6("2001:0DB8:0::/32"))),
  });
  shows("RulesPerSecurityGroupLimitExceeded", `one ${name} more than a group may have`, {
    valid: () => {
      const network = makeNetwork();
      for (let port = 0; port < 60; port++) {
        make(type, { ...fine(network), fromPort: port, toPort: port });
        make(type, { ...rule(network.group.id, ipv6("2001:db8::/32")), fromPort: port, toPort: port });
      }
      return network;
    },
    refused: (network) => make(type, { ...rule(network.group.id, group(network.group.id)) }),
  });
  shows("InvalidGroup.NotFound", `${name} of an unknown group`, {
    valid: () => make(type, fine(makeNetwork())),
    refused: () => make(type, rule(missing("sg"), ipv4("10.0.0.0/8"))),
  });
  shows("InvalidGroup.NotFound", `${name} for an unknown group`, {
    valid: () => {
      const network = makeNetwork();
      make(type, rule(network.group.id, group(network.group.id)));
      return network;
    },
    refused: (network) => make(type, rule(network.group.id, group(missing("sg")))),
  });
  shows("InvalidGroup.NotFound", `${name} for a group of a VPC that nothing connects`, {
    valid: () => {
      const [network, other] = [makeNetwork(), makeOtherVpc()];
      make(type, rule(network.group.id, group(makeGroup(network.vpcId, "near").id)));
      const [joined, far] = [make("aws:ec2/vpc:Vpc", { cidrBlock: "10.8.0.0/16" }), makeGroup(other.id)];
      make("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", { vpcId: joined.id, peerVpcId: other.id });
      make(type, rule(makeGroup(joined.id).id, group(far.id)));
      return { network, far };
    },
    refused: ({ network, far }) => make(type, rule(network.group.id, group(far.id))),
    says: /different networks/,
  });
  if (type === olderType) continue;
  const sources: Properties[] = [{ cidrIpv4: null }, { cidrIpv6: "2001:db8::/32" }];
  for (const but of sources) {
    showsInputs("InvalidParameterCombination", `${name} with ${JSON.stringify(but)}`, type, {
      given,
      fine,
      but: () => but,
    });
  }
}

const older = () => {
  const { group } = makeNetwork();
  const ports = { fromPort: 443, toPort: 443 };
  return { securityGroupId: group.id, type: "ingress", protocol: "tcp", ...ports, cidrBlocks: ["10.0.0.0/8"] };
};
showsInputs("MissingParameter", "an older rule for nobody", olderType, {
  given: older,
  fine: (rule) => rule,
  but: () => ({ cidrBlocks: null }),
});
showsInputs("InvalidParameterCombination", "an older rule for a block and a group", olderType, {
  given: older,
  fine: (rule) => ({ ...rule, ipv6CidrBlocks: ["2001:db8::/32"], prefixListIds: ["pl-1"] }),
  but: () => ({ self: true }),
});
showsInputs("InvalidParameterValue", "a direction of an older rule", olderType, {
  given: older,
  fine: (rule) => rule,
  but: () => ({ type: "inbound" }),
  says: /ingress/,
});
shows("InvalidParameterValue", "an older rule with a block twice", {
  valid: () => {
    const rule = older();
    make(olderType, rule);
    return rule;
  },
  refused: (rule) => make(olderType, { ...rule, cidrBlocks: ["10.1.0.0/16", "10.1.0.0/16"] }),
  says: /must not appear multiple times/,
});
shows("InvalidPermission.Duplicate", "a rule changed into what another says", {
  valid: () => {
    const { group } = makeNetwork();
    const type = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    const inputs = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/8" };
    make(type, inputs);
    return change(make(type, { ...inputs, toPort: 81 }), { description: "kept", toPort: 82 });
  },
  refused: (rule) => change(rule, { toPort: 80 }),
});
shows("InvalidPermission.Duplicate", "what the group says itself", {
  valid: () => {
    const ingress = [{ protocol: "tcp", fromPort: 80, toPort: 80, self: true }];
    const group = make("aws:ec2/securityGroup:SecurityGroup", { vpcId: makeVpc().id, name: "web", ingress });
    const rule = { securityGroupId: group.id, protocol: "tcp", fromPort: 80, toPort: 80, self: true };
    make(olderType, { ...rule, type: "egress" });
    return rule;
  },
  refused: (rule) => make(olderType, { ...rule, type: "ingress" }),
});
