import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { podTemplateOf, workloadTypes } from "../../../core/workload";

const priorityClass = "kubernetes:scheduling.k8s.io/v1:PriorityClass";
const good = { metadata: { namespace: "shop" }, spec: { template: { spec: { priorityClassName: "business" } } } };

/** Applications do not put what a cluster needs off its nodes. */
export const k8sNoSystemPriority = resourceRule({
  name: "k8s-no-system-priority",
  title: "Applications do not have the priority of what a cluster needs.",
  severity: "medium",
  types: [...workloadTypes, priorityClass],
  parameters: z.object({
    systemNamespaces: z
      .array(z.string())
      .default(["kube-system"])
      .describe("Namespaces whose pods a cluster cannot do without."),
  }),
  controls: {},
  remediationSteps:
    "Set priorityClassName to a PriorityClass of your own below 1000000000, and do not make one the default of all.",
  docs: {
    why: "When nodes are full, pods of system priority have CoreDNS, the network plugin and everybody else put off the node to make room, and the cluster goes down with an application's rollout.",
    good: {
      "kubernetes:core/v1:Pod": { metadata: { namespace: "shop" }, spec: { priorityClassName: "business" } },
      "kubernetes:core/v1:ReplicationController": good,
      "kubernetes:apps/v1:Deployment": good,
      "kubernetes:apps/v1:StatefulSet": good,
      "kubernetes:apps/v1:DaemonSet": good,
      "kubernetes:apps/v1:ReplicaSet": good,
      "kubernetes:batch/v1:Job": good,
      "kubernetes:batch/v1:CronJob": {
        metadata: { namespace: "shop" },
        spec: { jobTemplate: { spec: { template: { spec: { priorityClassName: "business" } } } } },
      },
      [priorityClass]: { value: 1000, preemptionPolicy: "Never", globalDefault: false },
    },
  },
  // kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption
  check(resource, report, { systemNamespaces }) {
    if (resource.type === priorityClass) {
      const { globalDefault, preemptionPolicy } = resource.props;
      if (globalDefault === true && preemptionPolicy !== "Never") {
        report("every pod may put others off their nodes: set globalDefault to false, or preemptionPolicy to Never");
      }
      return;
    }
    const { type, props } = resource;
    const priority = podTemplateOf({ type, props })?.spec?.priorityClassName;
    if (!priority?.startsWith("system-")) return;
    const { metadata }: { readonly metadata?: { readonly namespace?: string } } = props;
    if (!systemNamespaces.includes(metadata?.namespace ?? "default")) {
      report("pods put what the cluster needs off its nodes: set priorityClassName to a class of your own");
    }
  },
});
