import { z } from "zod";
import {
  forEachIngress,
  type Ingress,
  ingressFromInside,
  ingressTypes,
  isOpenToInternet,
  portsOf,
} from "../../../core/ingress";
import { resourceRule } from "../../../core/rule";

/** What the Internet may reach is on a list. */
export const sgNoUnrestrictedIngress = resourceRule({
  name: "sg-no-unrestricted-ingress",
  title: "Security groups let the Internet in on listed ports only: those of web servers by default.",
  severity: "high",
  types: ingressTypes,
  controls: {
    "cis-aws-3.0": ["5.2", "5.3"],
    "cis-aws-5.0": ["5.3", "5.4"],
    "cis-aws-7.0": ["6.3", "6.4"],
    soc2: ["CC6.6"],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
    "pci-4.0": ["1.2.5", "1.2.8", "1.3.1", "1.3.2", "1.4.2", "1.5.1", "2.2.5", "A1.1.3"],
  },
  remediationSteps:
    "Let in security groups or narrower address ranges; what must be public has one ingress for each listed port.",
  parameters: z.object({
    ports: z.array(z.int().min(0).max(65535)).default([80, 443]).describe("Ports on which the Internet may come in"),
  }),
  docs: {
    why: "Every open port is one more program that anyone may attack, and few are made for that.",
    good: ingressFromInside(8443),
  },
  check: (resource, report, { ports }) =>
    forEachIngress(resource, (ingress) => {
      if (!isListed(ingress, ports) && isOpenToInternet(ingress)) {
        report("ports that are not listed are open to the Internet: name a security group or narrower address ranges");
      }
    }),
});

function isListed(ingress: Ingress, listed: readonly number[]): boolean {
  const ports = portsOf(ingress);
  // ICMP has types in place of ports. Some, such as what finds a path's packet size, are needed: they are named one by one.
  if (ports === undefined) return (ingress.fromPort ?? -1) !== -1;
  const covered = new Set(listed.filter((port) => ports.from <= port && port <= ports.to));
  return covered.size === ports.to - ports.from + 1;
}
