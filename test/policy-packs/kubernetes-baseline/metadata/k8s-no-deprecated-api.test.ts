import { describe, expect, it } from "vitest";
import { evaluate, stackOf } from "../../../../policy-packs/core/evaluate";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { k8sNoDeprecatedApi } from "../../../../policy-packs/kubernetes-baseline/rules/metadata/k8s-no-deprecated-api";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

function verdict(type: string, clusterVersion?: string) {
  const subject = { type, urn: `urn:pulumi:test::foundation::${type}::subject`, name: "subject", props: {} };
  const parameters = parametersOf(k8sNoDeprecatedApi, clusterVersion === undefined ? {} : { clusterVersion });
  return evaluate(k8sNoDeprecatedApi, { ...subject, propertyDependencies: {} }, stackOf([]), parameters);
}

// What is wrong is the type, which no mutation of inputs changes: see below.
testRule(k8sNoDeprecatedApi, { bad: {}, good: { "unknown inputs": { set: { spec: unknown } } } });

describe("k8s-no-deprecated-api", () => {
  it.each([
    ["kubernetes:extensions/v1beta1:Ingress"],
    ["kubernetes:extensions/v1beta1:Deployment"],
    ["kubernetes:networking.k8s.io/v1beta1:Ingress", "1.22"],
    ["kubernetes:policy/v1beta1:PodDisruptionBudget"],
    ["kubernetes:policy/v1beta1:PodSecurityPolicy"],
    ["kubernetes:batch/v1beta1:CronJobPatch"],
    ["kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler", "1.26"],
    ["kubernetes:flowcontrol.apiserver.k8s.io/v1beta3:FlowSchema", "1.32"],
  ])("reports %s on %s", (type, clusterVersion?: string) => {
    expect(verdict(type, clusterVersion).violations).toHaveLength(1);
  });

  it.each([
    ["kubernetes:networking.k8s.io/v1beta1:Ingress", "1.21"],
    ["kubernetes:networking.k8s.io/v1beta1:ServiceCIDR"],
    ["kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler", "1.25"],
    ["kubernetes:apps/v1:Deployment"],
    ["kubernetes:certificates.k8s.io/v1beta1:ClusterTrustBundle"],
  ])("accepts %s on %s", (type, clusterVersion?: string) => {
    expect(verdict(type, clusterVersion)).toEqual({ violations: [] });
  });

  it("says what to use instead, where there is something", () => {
    expect(verdict("kubernetes:batch/v1beta1:CronJob").violations[0]).toContain("use batch/v1");
    expect(verdict("kubernetes:policy/v1beta1:PodSecurityPolicy").violations[0]).toContain("nothing in its place");
  });

  it("does not judge custom resources", () => {
    expect(k8sNoDeprecatedApi.judges?.("kubernetes:cert-manager.io/v1:Certificate")).toBe(false);
  });
});
