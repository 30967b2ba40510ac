import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, productionStacks } from "../../../core/stacks";

const cluster = "aws:eks/cluster:Cluster";
const firewall = "aws:networkfirewall/firewall:Firewall";
const globalCluster = "aws:rds/globalCluster:GlobalCluster";
const distributed = "aws:dsql/cluster:Cluster";

/** What turns protection on: off by default for each (docs.aws.amazon.com, CreateCluster, CreateFirewall, CreateGlobalCluster). */
const properties: Readonly<Record<string, string>> = {
  [cluster]: "deletionProtection",
  [firewall]: "deleteProtection",
  [globalCluster]: "deletionProtection",
  [distributed]: "deletionProtectionEnabled",
};

/** AWS refuses to delete what everything else stands on. */
export const serviceDeletionProtection = resourceRule({
  name: "service-deletion-protection",
  title: "In production, clusters and firewalls are protected from deletion by AWS itself.",
  severity: "medium",
  types: [cluster, firewall, globalCluster, distributed],
  parameters: z.object({ stacks: productionStacks }),
  controls: {},
  remediationSteps:
    "Set deletionProtection to true (a firewall: deleteProtection, a DSQL cluster: deletionProtectionEnabled).",
  docs: {
    why: "Pulumi's protect stops Pulumi only: a script, the console or a stack that forgot the resource still deletes the cluster and every workload in it.",
    component: "Cluster is protected unless deletionProtection says no.",
    good: {
      [cluster]: { deletionProtection: true },
      [firewall]: { deleteProtection: true },
      [globalCluster]: { deletionProtection: true },
      [distributed]: { deletionProtectionEnabled: true },
    },
  },
  check({ type, urn, props }, report, { stacks }) {
    const property = properties[type] ?? "";
    const resource: Readonly<Record<string, unknown>> = props;
    if (isInStack(urn, stacks) && resource[property] !== true) report(`it can be deleted: set ${property} to true`);
  },
  remediate({ type, urn, props }, { stacks }) {
    const property = properties[type] ?? "";
    const resource: Record<string, unknown> = props;
    if (isInStack(urn, stacks) && resource[property] !== true) resource[property] = true;
  },
});
