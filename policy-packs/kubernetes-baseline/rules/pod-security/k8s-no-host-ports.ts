import { z } from "zod";
import { exemptImages } from "../../../core/image";
import { podRule } from "../../../core/pod-rule";
import { forEachKnown } from "../../../core/unknown";
import { forEachJudgedContainer } from "../../../core/workload";

/** Pods take no port of their node. */
export const k8sNoHostPorts = podRule({
  name: "k8s-no-host-ports",
  title: "No container takes a port of its node.",
  severity: "high",
  controls: { "cis-kubernetes-1.11": ["5.2.13"] },
  parameters: exemptImages.extend({
    /** Ports of nodes that pods may take. */
    allowedPorts: z.array(z.object({ from: z.int(), to: z.int() })).default([]),
    /** Whether pods in their node's network pass here, since k8s-no-host-namespaces judges them. */
    hostNetwork: z.boolean().default(true),
  }),
  remediationSteps: "Leave hostPort out and reach the pods by a Service.",
  docs: {
    why: "A port of the node is open to everything that reaches the node, past services and most network policies.",
    good: { containers: [{ name: "app", image: "registry.k8s.io/pause:3.10", ports: [{ containerPort: 8080 }] }] },
  },
  check(pod, report, { exemptImages: exempt, allowedPorts, hostNetwork }) {
    if (!hostNetwork && pod.spec.hostNetwork === true)
      report("the pod is in its node's network: set hostNetwork to false");
    forEachJudgedContainer(pod, exempt, ({ ports }, where) =>
      forEachKnown(ports, (port) => {
        // In the node's network, Kubernetes makes every port of a container a port of the node.
        const taken = port.hostPort || (pod.spec.hostNetwork === true && port.containerPort);
        if (taken && !allowedPorts.some(({ from, to }) => from <= taken && taken <= to)) {
          report(`${where} takes a port of its node: remove hostPort and use a Service`);
        }
      }),
    );
  },
});
