import { z } from "zod";
import { forEachProperty } from "../../../core/properties";
import { resourceRule } from "../../../core/rule";
import { matchesAny } from "../../../core/wildcard";

const release = "kubernetes:helm.sh/v3:Release";

/** What a container is given by these, is the node's: kubernetes.io/docs/concepts/security/pod-security-standards. */
const privileges = ["privileged", "hostNetwork", "hostPID", "hostIPC", "hostProcess", "allowPrivilegeEscalation"];

/** A release's pods stay in their containers. */
export const helmReleaseNoPrivileged = resourceRule({
  name: "helm-release-no-privileged",
  title: "The values of a Helm release do not ask for privileges on the node.",
  severity: "high",
  types: [release],
  parameters: z.object({
    exemptCharts: z
      .array(z.string())
      .default([])
      .describe("Charts, as chart names them, whose pods look after nodes, with * for any characters."),
  }),
  controls: {},
  remediationSteps:
    "Take the privilege out of the values; where a chart's pods look after nodes, add it to this rule's exemptCharts.",
  docs: {
    why: "A release's objects are made by Helm, unseen by the rules for pods; a privileged pod reads every secret on its node and takes the node's role.",
    good: {
      [release]: {
        chart: "oci://111122223333.dkr.ecr.eu-central-1.amazonaws.com/charts/shop",
        version: "1.4.2",
        values: { securityContext: { privileged: false, allowPrivilegeEscalation: false } },
      },
    },
  },
  check({ props }, report, { exemptCharts }) {
    if (exemptCharts.length > 0 && matchesAny(props.chart ?? "", exemptCharts)) return;
    forEachProperty(props.values, "values", (key, value, path) => {
      if (privileges.includes(key) && String(value) === "true") {
        report(`${path} gives a pod privileges on its node: take it out or set it to false`);
      }
    });
  },
});
