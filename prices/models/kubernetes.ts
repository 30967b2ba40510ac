import { type Model, modelOf } from "../model";

/** What Kubernetes makes of AWS's behind the stack's back. All else in a cluster runs on its nodes. */
export const kubernetesModels: readonly (readonly [string, Model])[] = [
  modelOf("kubernetes:core/v1:Service", ({ spec }) =>
    spec?.type === "LoadBalancer" ? [{ uncounted: "load balancer that Kubernetes makes" }] : [],
  ),
  modelOf("kubernetes:core/v1:PersistentVolumeClaim", () => [{ uncounted: "volume that Kubernetes makes" }]),
];
