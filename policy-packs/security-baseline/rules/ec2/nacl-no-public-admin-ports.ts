import { coversPort, type Ingress, isOpenToInternet } from "../../../core/ingress";
import { type Report, resourceRule } from "../../../core/rule";
import { forEachKnown, someKnown } from "../../../core/unknown";

const fromInside = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "10.0.0.0/8", ruleNo: 100, action: "allow" };

/** Network ACLs keep SSH and RDP off the Internet. */
export const naclNoPublicAdminPorts = resourceRule({
  name: "nacl-no-public-admin-ports",
  title: "No network ACL lets the Internet in on the ports of SSH (22) or RDP (3389).",
  severity: "medium",
  types: [
    "aws:ec2/networkAcl:NetworkAcl",
    "aws:ec2/networkAclRule:NetworkAclRule",
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
  ],
  controls: {
    "cis-aws-3.0": ["5.1"],
    "cis-aws-5.0": ["5.2"],
    "cis-aws-7.0": ["6.2"],
    soc2: ["CC6.6"],
    "nist-800-53-r5": [
      ...["AC-4(21)", "AC-17", "AC-17(1)", "AC-17(4)", "AC-17(9)", "AC-17(10)", "CM-2", "CM-2(2)", "CM-6"],
      ...["CM-7", "CM-8(6)", "CM-9", "SC-7(5)", "SC-7(7)", "SC-7(11)", "SC-7(12)", "SC-7(16)", "SC-7(21)"],
      ...["SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7"],
    ],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
    "pci-4.0": ["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "A1.1.3"],
  },
  remediationSteps:
    "Allow narrower address ranges, or deny the ports from everywhere in an entry with a lower number; an ACL that need not filter stays AWS's own.",
  docs: {
    why: "A network ACL is what still holds when a security group is opened by mistake, unless it is open itself.",
    good: {
      "aws:ec2/networkAcl:NetworkAcl": { ingress: [fromInside] },
      "aws:ec2/networkAclRule:NetworkAclRule": {
        ruleNumber: 100,
        ruleAction: "allow",
        protocol: "tcp",
        fromPort: 22,
        toPort: 22,
        cidrBlock: "10.0.0.0/8",
      },
      "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": { ingress: [fromInside] },
    },
  },
  check({ type, props }, report) {
    if (type === "aws:ec2/networkAclRule:NetworkAclRule") {
      // Ingress is the provider's default.
      if (props.egress !== true && isAllow(props.ruleAction)) judge(props, report, () => false);
      return;
    }
    const entries: readonly Entry[] | undefined = props.ingress;
    forEachKnown(entries, (entry) => {
      if (isAllow(entry.action)) judge(entry, report, (port) => isDeniedBefore(entry, port, entries));
    });
  },
});

interface Entry extends Ingress {
  readonly action?: string;
  readonly ruleNo?: number;
}

const adminPorts = [
  { port: 22, name: "SSH" },
  { port: 3389, name: "RDP" },
];

function judge(entry: Ingress, report: Report, isDenied: (port: number) => boolean): void {
  const covered = adminPorts.filter(({ port }) => coversPort(entry, port));
  if (covered.length === 0 || !isOpenToInternet(entry)) return;
  const open = covered.filter(({ port }) => !isDenied(port)).map(({ name }) => name);
  if (open.length > 0) report(`${open.join(" and ")} open to the Internet: allow narrower address ranges`);
}

/** Whether an entry that AWS looks at earlier denies `port` to all that `allowed` lets in. */
function isDeniedBefore(allowed: Entry, port: number, entries: readonly Entry[] | undefined): boolean {
  return someKnown(
    entries,
    (entry) =>
      entry.action?.toLowerCase() === "deny" &&
      (entry.ruleNo ?? Number.POSITIVE_INFINITY) < (allowed.ruleNo ?? 0) &&
      coversPort(entry, port) &&
      isOpenToInternet(entry) &&
      isIpv6(entry) === isIpv6(allowed) &&
      // A denial of UDP leaves TCP open.
      (entry.protocol === allowed.protocol || ["-1", "all", "tcp", "6"].includes(entry.protocol?.toLowerCase() ?? "")),
  );
}

const isAllow = (action: string | undefined): boolean => action?.toLowerCase() === "allow";

const isIpv6 = (entry: Entry): boolean => Boolean(entry.ipv6CidrBlock);
