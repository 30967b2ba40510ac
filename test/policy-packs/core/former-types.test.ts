import { expect, it } from "vitest";
import { currentTypeOf, formerTypesOf } from "../../../policy-packs/core/former-types";
import { k8sNoPrivileged } from "../../../policy-packs/kubernetes-baseline/rules/pod-security/k8s-no-privileged";
import { judge } from "../../support/policy";

const template = { spec: { containers: [{ name: "app", securityContext: { privileged: true } }] } };

it.each([
  ["kubernetes:extensions/v1beta1:Deployment", { spec: { template } }],
  ["kubernetes:batch/v1beta1:CronJob", { spec: { jobTemplate: { spec: { template } } } }],
])("judges a %s as the kind that it is", async (type, props) => {
  const { violations } = await judge([k8sNoPrivileged], type, props);
  expect(violations).toMatchObject([{ rule: "k8s-no-privileged" }]);
});

it("leaves other types as they are", () => {
  expect(currentTypeOf("kubernetes:core/v1:Pod")).toBe("kubernetes:core/v1:Pod");
  expect(currentTypeOf("kubernetes:serving.knative.dev/v1:Ingress")).toBe("kubernetes:serving.knative.dev/v1:Ingress");
  expect(formerTypesOf("aws:s3/bucket:Bucket")).toEqual([]);
});
