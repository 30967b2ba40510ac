import { expect, it } from "vitest";
import { evaluate } from "../../../../policy-packs/core/evaluate";
import { judges, parametersOf } from "../../../../policy-packs/core/rule";
import { k8sExternalSecretRefreshed } from "../../../../policy-packs/kubernetes-baseline/rules/secrets/k8s-external-secret-refreshed";
import { testRule } from "../../../support/rule";

const generator = { sourceRef: { generatorRef: { kind: "Password", name: "database" } } };

testRule(k8sExternalSecretRefreshed, {
  bad: {
    "an interval of nothing": { set: { "spec.refreshInterval": "0" } },
    "an interval of no seconds": { set: { "spec.refreshInterval": "0s" } },
    "an interval of a week": { set: { "spec.refreshInterval": "168h" } },
    "a secret that is made once": { set: { "spec.refreshPolicy": "CreatedOnce" } },
    "a secret that changes with its spec": { set: { "spec.refreshPolicy": "OnChange" } },
    "longer than a company allows": { set: { "spec.refreshInterval": "2h" }, configuration: { maximumHours: 1 } },
    "a secret partly from a store": {
      set: { "spec.dataFrom": [generator], "spec.data": [{ secretKey: "user" }], "spec.refreshInterval": "0" },
    },
  },
  good: {
    "the default": { unset: ["spec.refreshInterval"] },
    "a day": { set: { "spec.refreshInterval": "24h0m0s", "spec.refreshPolicy": "Periodic" } },
    "what a generator makes once": { set: { "spec.dataFrom": [generator], "spec.refreshInterval": "0" } },
    "no spec": { props: {} },
  },
  unknown: ["spec", "spec.refreshInterval", "spec.refreshPolicy"],
});

it("judges those of many namespaces by the secrets that they make", () => {
  const type = "kubernetes:external-secrets.io/v1:ClusterExternalSecret";
  const props = { spec: { externalSecretSpec: { refreshInterval: "0" } } };
  const subject = { type, urn: "urn", name: "database", props, propertyDependencies: {} };
  expect(judges(k8sExternalSecretRefreshed, type)).toBe(true);
  const verdict = evaluate(
    k8sExternalSecretRefreshed,
    subject,
    { all: [], ofType: () => [] },
    parametersOf(k8sExternalSecretRefreshed),
  );
  expect(verdict).toEqual({ violations: [expect.stringContaining("set spec.")] });
});
