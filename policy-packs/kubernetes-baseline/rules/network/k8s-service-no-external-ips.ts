import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** Services claim no addresses. */
export const k8sServiceNoExternalIps = resourceRule({
  name: "k8s-service-no-external-ips",
  title: "No service claims external addresses but allowed ones.",
  severity: "high",
  types: ["kubernetes:core/v1:Service"],
  controls: {},
  parameters: z.object({
    /** Addresses that services may claim. */
    allowedIPs: z.array(z.string()).default([]),
  }),
  remediationSteps: "Remove spec.externalIPs and use a load balancer or an Ingress.",
  docs: {
    why: "Nodes send traffic for a claimed address to the service's pods: a tenant can take over others' traffic (CVE-2020-8554).",
    good: { "kubernetes:core/v1:Service": { spec: { ports: [{ port: 80 }], externalIPs: [] } } },
  },
  check({ props: { spec } }, report, { allowedIPs }) {
    forEachKnown(spec?.externalIPs, (address) => {
      if (!allowedIPs.includes(address)) report("the service claims an address: take it out of spec.externalIPs");
    });
  },
});
