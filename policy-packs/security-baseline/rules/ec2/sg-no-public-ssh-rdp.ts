import {
  coversPort,
  forEachIngress,
  hasSource,
  type Ingress,
  ingressFromInside,
  ingressTypes,
  isOpenToInternet,
} from "../../../core/ingress";
import { adminPorts } from "../../../core/ports";
import { type Report, resourceRule } from "../../../core/rule";

/** Security groups keep SSH and RDP off the Internet. */
export const sgNoPublicSshRdp = resourceRule({
  name: "sg-no-public-ssh-rdp",
  title: "No security group lets the Internet in on the ports of SSH (22) or RDP (3389).",
  severity: "critical",
  types: ingressTypes,
  controls: {
    "cis-aws-3.0": ["5.2", "5.3"],
    "cis-aws-5.0": ["5.3", "5.4"],
    "cis-aws-7.0": ["6.3", "6.4"],
    soc2: ["CC6.6", "CC7.2"],
    "nist-800-53-r5": [
      ...["AC-17", "AC-17(1)", "AC-17(9)", "AC-17(10)", "CM-9", "SC-7(7)", "SC-7(11)", "SC-7(12)", "SC-7(16)"],
      ...["SC-7(21)", "SC-7(24)", "SC-7(25)", "SC-7(26)", "SC-7(27)", "SC-7(28)", "SC-7"],
    ],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
    "pci-4.0": ["1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "A1.1.3"],
  },
  remediationSteps:
    "Use SSM Session Manager instead of an open port; else name the security group or the address ranges that may connect.",
  docs: {
    why: "Open SSH and RDP ports are found by scanners within minutes, and passwords are guessed from then on.",
    good: ingressFromInside(22),
  },
  check: (resource, report) => forEachIngress(resource, (ingress) => judge(ingress, report)),
});

function judge(ingress: Ingress, report: Report): void {
  const covered = adminPorts.filter(({ port }) => coversPort(ingress, port)).map(({ name }) => name);
  if (covered.length === 0) return;
  if (!hasSource(ingress)) {
    report(`ingress on ${covered.join(" and ")} names no source: name a security group or address ranges`);
  } else if (isOpenToInternet(ingress)) {
    report(`${covered.join(" and ")} open to the Internet: name a security group or narrower address ranges`);
  }
}
