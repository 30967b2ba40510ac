import { z } from "zod";
import { coversPort, forEachIngress, ingressFromInside, ingressTypes, isOpenToInternet } from "../../../core/ingress";
import { dataPorts } from "../../../core/ports";
import { resourceRule } from "../../../core/rule";

/** Databases, caches, search engines and consoles are not for everyone. */
export const sgNoPublicDataPorts = resourceRule({
  name: "sg-no-public-data-ports",
  title: "No security group lets the Internet in on ports of databases, caches, search engines or administration.",
  severity: "high",
  types: ingressTypes,
  controls: {
    soc2: ["CC6.6"],
    "iso27001-2022": ["A.8.20", "A.8.21", "A.8.22"],
  },
  remediationSteps: "Name the security group of the program that connects, or the address ranges that may.",
  parameters: z.object({
    furtherPorts: z
      .array(z.int().min(0).max(65535))
      .default([])
      .describe("Further ports that are never open to the Internet"),
  }),
  docs: {
    why: "Such services often answer without a password, or with a default one, and whoever scans the Internet finds them within hours.",
    good: ingressFromInside(5432),
  },
  check: (resource, report, { furtherPorts }) =>
    forEachIngress(resource, (ingress) => {
      const covered = [...Object.keys(dataPorts).map(Number), ...furtherPorts].filter((port) =>
        coversPort(ingress, port),
      );
      if (covered.length > 0 && isOpenToInternet(ingress))
        report(`${summary(covered)} open to the Internet: ${advice}`);
    }),
});

const advice = "name a security group or narrower address ranges";

function summary([first = 0, ...others]: readonly number[]): string {
  const service = dataPorts[first];
  const port = service ? `port ${first} (${service})` : `port ${first}`;
  return others.length > 0 ? `${port} and ${others.length} more` : port;
}
