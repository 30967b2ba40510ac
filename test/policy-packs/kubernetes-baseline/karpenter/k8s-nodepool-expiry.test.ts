import { expect, it } from "vitest";
import { evaluate } from "../../../../policy-packs/core/evaluate";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { k8sNodepoolExpiry } from "../../../../policy-packs/kubernetes-baseline/rules/karpenter/k8s-nodepool-expiry";
import { testRule } from "../../../support/rule";

const expiry = "spec.template.spec.expireAfter";

testRule(k8sNodepoolExpiry, {
  bad: {
    "nodes that stay": { set: { [expiry]: "Never" } },
    "nodes that stay for a year": { set: { [expiry]: "8760h" } },
    "an hour too long": { set: { [expiry]: "720h1m" } },
    "longer than a company allows": { set: { [expiry]: "336h" }, configuration: { maximumHours: 168 } },
  },
  good: {
    "the default": { unset: [expiry] },
    "a week": { set: { [expiry]: "168h0m0s" } },
    "no spec": { props: {} },
    "where the older version has it": { set: { "spec.disruption": { expireAfter: "Never" } } },
  },
  unknown: ["spec", expiry],
});

it("looks where the older version has it", () => {
  const type = "kubernetes:karpenter.sh/v1beta1:NodePool";
  const props = { spec: { disruption: { expireAfter: "Never" } } };
  const subject = { type, urn: "urn", name: "general", props, propertyDependencies: {} };
  const verdict = evaluate(k8sNodepoolExpiry, subject, { all: [], ofType: () => [] }, parametersOf(k8sNodepoolExpiry));
  expect(verdict).toEqual({ violations: [expect.stringContaining("set spec.")] });
});
