import { podRule } from "../../../core/pod-rule";
import { hasStandardsOf, standardsVersion } from "../../../core/pod-security";
import { forEachKnown } from "../../../core/unknown";
import { type Container, forEachContainer } from "../../../core/workload";

type Handler = NonNullable<NonNullable<Container["lifecycle"]>["postStart"]>;

const probes = ["livenessProbe", "readinessProbe", "startupProbe"] as const;
const hooks = ["postStart", "preStop"] as const;

/** Probes and hooks call their own pod. */
export const k8sNoHostProbes = podRule({
  name: "k8s-no-host-probes",
  title: "No probe or lifecycle hook names a host.",
  severity: "medium",
  controls: {},
  parameters: standardsVersion,
  remediationSteps: "Leave host out of httpGet and tcpSocket: the kubelet then calls the pod itself.",
  docs: {
    why: "The kubelet makes these calls from the node, and so past network policies: a pod can send it to any address.",
    good: {
      containers: [
        {
          name: "app",
          image: "registry.k8s.io/pause:3.10",
          livenessProbe: { httpGet: { path: "/healthz", port: 8080 } },
          readinessProbe: { tcpSocket: { port: 8080 } },
          lifecycle: { preStop: { httpGet: { path: "/stop", port: 8080 } } },
        },
      ],
    },
  },
  check(pod, report, { version }) {
    if (!hasStandardsOf(34, version)) return;
    forEachContainer(pod, (container, where) => {
      const judge = (handler: Handler | undefined, field: string) => {
        if (handler?.httpGet?.host || handler?.tcpSocket?.host) {
          report(`${where} lets the kubelet call another host: remove host from ${field}`);
        }
      };
      forEachKnown(probes, (probe) => judge(container[probe], probe));
      forEachKnown(hooks, (hook) => judge(container.lifecycle?.[hook], `lifecycle.${hook}`));
    });
  },
});
