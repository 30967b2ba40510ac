import { type Model, modelOf } from "../model";

/** What Kubernetes makes of AWS's behind the stack's back. All else in a cluster runs on its nodes. */
export const kubernetesModels: readonly (readonly [string, Model])[] = [
  modelOf("kubernetes:core/v1:Service", ({ spec }) =>
    spec?.type === "LoadBalancer" ? [{ uncounted: "load balancer that Kubernetes makes" }] : [],
  ),
  modelOf("kubernetes:core/v1:PersistentVolumeClaim", () => [{ uncounted: "volume that Kubernetes makes" }]),
  modelOf("kubernetes:apps/v1:StatefulSet", ({ spec }) =>
    spec?.volumeClaimTemplates?.length ? [{ uncounted: "volumes that Kubernetes makes" }] : [],
  ),
  modelOf("kubernetes:networking.k8s.io/v1:Ingress", () => [
    { uncounted: "load balancer that a controller may make for the ingress" },
  ]),
  modelOf("kubernetes:helm.sh/v3:Release", () => [
    { uncounted: "load balancers and volumes that the chart may ask for" },
  ]),
  // Types of Karpenter's, whose SDK is not at hand.
  ["kubernetes:karpenter.sh/v1:NodePool", () => [{ uncounted: "nodes that Karpenter makes as pods need them" }]],
];
