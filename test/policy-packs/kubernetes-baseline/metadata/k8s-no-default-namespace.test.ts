import { expect, it } from "vitest";
import { k8sNoDefaultNamespace } from "../../../../policy-packs/kubernetes-baseline/rules/metadata/k8s-no-default-namespace";
import { testRule } from "../../../support/rule";

testRule(k8sNoDefaultNamespace, {
  bad: {
    "no metadata": { unset: ["metadata"] },
    "no namespace": { set: { metadata: { name: "shop" } } },
    "the default one": { set: { "metadata.namespace": "default" } },
    "an empty one": { set: { "metadata.namespace": "" } },
    "one of Kubernetes' own": { set: { "metadata.namespace": "kube-system" } },
    "the public one": { of: "kubernetes:apps/v1:Deployment", set: { "metadata.namespace": "kube-public" } },
  },
  good: {
    "an allowed one": {
      set: { "metadata.namespace": "kube-system" },
      configuration: { allowedNamespaces: ["kube-system"] },
    },
    "one with such a name in it": { set: { "metadata.namespace": "default-backend" } },
  },
  unknown: ["metadata", "metadata.namespace"],
});

it.each([
  ["kubernetes:core/v1:ConfigMap", true],
  ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", false],
  ["kubernetes:core/v1:Namespace", false],
  ["kubernetes:serving.knative.dev/v1:Service", false],
  ["kubernetes:helm.sh/v3:Release", false],
])("judges %s: %s", (type, judged) => {
  expect(k8sNoDefaultNamespace.judges?.(type)).toBe(judged);
});

it("takes a provider's namespace for those that name none", () => {
  const provider = { type: "pulumi:providers:kubernetes", name: "shop", props: { namespace: "shop" } };
  const subject = {
    type: "kubernetes:core/v1:Pod",
    urn: "urn",
    name: "shop",
    props: {},
    propertyDependencies: {},
    provider,
  };
  const reported: string[] = [];
  const report = (message: string) => void reported.push(message);
  k8sNoDefaultNamespace.check(subject, report, { all: [], ofType: () => [] }, { allowedNamespaces: [] });
  expect(reported).toEqual([]);
});
