import { z } from "zod";
import { parseDuration } from "../../../core/duration";
import { valueAt } from "../../../core/json";
import { untypedRule } from "../../../core/rule";
import { exampleNodePool, nodePoolTypes } from "./node-pool";

/** Nodes are replaced before they are old. */
export const k8sNodepoolExpiry = untypedRule({
  name: "k8s-nodepool-expiry",
  title: "Nodes of a pool are replaced after a while.",
  severity: "medium",
  types: nodePoolTypes,
  parameters: z.object({
    maximumHours: z.number().positive().default(720).describe("How many hours a node may live: 720 are 30 days."),
  }),
  controls: {},
  remediationSteps: "Set spec.template.spec.expireAfter to 720h or less, or leave it out.",
  docs: {
    why: "A node that never goes keeps the kernel and the kubelet of the day it was made, with every hole that was found since.",
    good: [exampleNodePool],
  },
  // Default: 720h, 336h with EKS Auto Mode (karpenter.sh/docs/concepts/nodepools, spec.template.spec.expireAfter).
  check({ type, props }, report, { maximumHours }) {
    const property = type.includes("/v1beta1:") ? "spec.disruption.expireAfter" : "spec.template.spec.expireAfter";
    const expireAfter = valueAt(props, ...property.split("."));
    if (expireAfter === undefined || expireAfter === null) return;
    if (expireAfter === "Never") report(`nodes of the pool are never replaced: set ${property} to ${maximumHours}h`);
    else if (parseDuration(expireAfter) > maximumHours * 3600) {
      report(`nodes of the pool grow older than is allowed: set ${property} to ${maximumHours}h or less`);
    }
  },
});
