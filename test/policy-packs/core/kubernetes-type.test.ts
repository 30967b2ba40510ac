import { expect, it } from "vitest";
import { kubernetesTypeOf } from "../../../policy-packs/core/kubernetes-type";

it.each([
  ["kubernetes:core/v1:Pod", { apiVersion: "core/v1", kind: "Pod" }],
  ["kubernetes:apps/v1beta1:DeploymentPatch", { apiVersion: "apps/v1beta1", kind: "Deployment" }],
  ["kubernetes:networking.k8s.io/v1:Ingress", { apiVersion: "networking.k8s.io/v1", kind: "Ingress" }],
])("knows %s", (token, type) => {
  expect(kubernetesTypeOf(token)).toEqual(type);
});

it.each([
  "aws:s3/bucket:Bucket",
  "kubernetes:helm.sh/v3:Release",
  "kubernetes:yaml/v2:ConfigGroup",
  "kubernetes:kustomize/v2:Directory",
  "kubernetes:serving.knative.dev/v1:Service",
  "pulumi:providers:kubernetes",
])("knows nothing of %s", (token) => {
  expect(kubernetesTypeOf(token)).toBeUndefined();
});
