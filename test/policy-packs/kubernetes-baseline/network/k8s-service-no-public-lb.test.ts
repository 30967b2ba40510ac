import { k8sServiceNoPublicLb } from "../../../../policy-packs/kubernetes-baseline/rules/network/k8s-service-no-public-lb";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const annotated = (key: string, value: unknown) => ({ set: { "metadata.annotations": { [key]: value } } });
const aws = "service.beta.kubernetes.io/aws-load-balancer";

testRule(k8sServiceNoPublicLb, {
  bad: {
    "no annotations": { unset: ["metadata"] },
    "a scheme for the Internet": annotated(`${aws}-scheme`, "internet-facing"),
    "an old annotation that says no": annotated(`${aws}-internal`, "false"),
    "Azure's that says no": annotated("service.beta.kubernetes.io/azure-load-balancer-internal", "false"),
    "Google's for the Internet": annotated("cloud.google.com/load-balancer-type", "External"),
    "a controller's for the Internet": {
      set: {
        "spec.loadBalancerClass": "service.k8s.aws/nlb",
        "metadata.annotations": { [`${aws}-scheme`]: "internet-facing" },
      },
    },
  },
  good: {
    "a service in the cluster": { unset: ["metadata"], set: { "spec.type": "ClusterIP" } },
    "a service without a type": { unset: ["metadata", "spec.type"] },
    "the old annotation": annotated(`${aws}-internal`, "true"),
    "the old annotation as a boolean": annotated(`${aws}-internal`, true),
    "Azure's": annotated("service.beta.kubernetes.io/azure-load-balancer-internal", "true"),
    "Google's": annotated("networking.gke.io/load-balancer-type", "Internal"),
    "a controller's default": { unset: ["metadata"], set: { "spec.loadBalancerClass": "service.k8s.aws/nlb" } },
    "a controller's default by annotation": annotated(`${aws}-type`, "external"),
    "unknown ports": { set: { "spec.ports": unknown } },
  },
  unknown: ["spec.type", "metadata.annotations"],
});
