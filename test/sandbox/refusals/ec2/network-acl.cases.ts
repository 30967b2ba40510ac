import type { Properties } from "../../../../sandbox/values";
import { change, make, makeSubnet, makeVpc } from "../../../support/models";
import { shows } from "../../../support/refusals";
import { missing, raise, showsInputs } from "./support";

const type = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const rule = (ruleNo: number, more: Properties = {}): Properties => {
  return { ruleNo, action: "allow", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlock: "10.0.0.0/8", ...more };
};
const fine = ({ outputs }: { outputs: Properties }) => ({
  defaultNetworkAclId: outputs.defaultNetworkAclId ?? "",
  ingress: [rule(1), rule(32_766, { protocol: "-1", fromPort: 0, toPort: 0 })],
  egress: [rule(1)],
});

const wrong: Record<string, Properties> = {
  "a number": rule(32_767),
  "a verdict": rule(2, { action: "pass" }),
  "a protocol": rule(2, { protocol: "http" }),
  "a block": rule(2, { cidrBlock: "10.0.0.1/8" }),
  "an IPv6 block": { ...rule(2, { ipv6CidrBlock: "::/129" }), cidrBlock: "" },
  "a port": rule(2, { toPort: 65_536 }),
};
for (const [what, egress] of Object.entries(wrong)) {
  showsInputs("InvalidParameterValue", `${what} of a rule of a network ACL`, type, {
    given: makeVpc,
    fine,
    but: () => ({ egress: [rule(1), egress] }),
  });
}
showsInputs("InvalidParameterCombination", "a rule of a network ACL with two blocks", type, {
  given: makeVpc,
  fine,
  but: () => ({ egress: [rule(1, { ipv6CidrBlock: "::/0" })] }),
});
showsInputs("NetworkAclEntryAlreadyExists", "a number twice in one direction", type, {
  given: makeVpc,
  fine,
  but: () => ({ egress: [rule(1), rule(1, { protocol: "udp" })] }),
});
shows("NetworkAclEntryLimitExceeded", "one rule more than a network ACL may have in a direction", {
  valid: () => {
    raise("L-2AEEBF1A", 21);
    const rules = Array.from({ length: 21 }, (_, index) => rule(index + 1));
    const ipv6 = rules.map((one, index) => ({ ...one, ruleNo: 100 + index, cidrBlock: "", ipv6CidrBlock: "::/0" }));
    const acl = make(type, { ...fine(makeVpc()), ingress: [...rules, ...ipv6], egress: rules });
    return { acl, rules };
  },
  refused: ({ acl, rules }) => change(acl, { egress: [...rules, rule(50)] }),
});
shows("InvalidNetworkAclID.NotFound", "an unknown network ACL", {
  valid: () => make(type, fine(makeVpc())),
  refused: ({ inputs }) => make(type, { ...inputs, defaultNetworkAclId: missing("acl") }),
});
shows("InvalidSubnetID.NotFound", "a network ACL of an unknown subnet", {
  valid: () => {
    const vpc = makeVpc();
    return make(type, { ...fine(vpc), subnetIds: [makeSubnet(vpc.id, "10.0.0.0/24").id] });
  },
  refused: (acl) => change(acl, { subnetIds: [missing("subnet")] }),
});
