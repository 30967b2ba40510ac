import { expect, it } from "vitest";
import { evaluate } from "../../../../policy-packs/core/evaluate";
import { pulumiNoIgnoredSecurityChanges } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-no-ignored-security-changes";
import { testRule } from "../../../support/rule";

const ignoring = (...ignoreChanges: string[]) => ({ options: { ignoreChanges } });

testRule(pulumiNoIgnoredSecurityChanges, {
  bad: {
    "what comes in": ignoring("ingress"),
    "one rule of what comes in": ignoring("ingress[0]"),
    "a part of a rule": ignoring("tags", "ingress[*].cidrBlocks"),
    "what goes out, in quotes": ignoring('["egress"]'),
    everything: ignoring("*"),
  },
  good: {
    "nothing ignored": { options: {} },
    "no options": ignoring(),
    "a property that begins alike": ignoring("ingressNotes"),
    "what is guarded of another type": ignoring("policy"),
  },
});

it.each([
  ["aws:iam/role:Role", "assumeRolePolicy", true],
  ["aws:iam/role:Role", "description", false],
  ["aws:eks/cluster:Cluster", "vpcConfig.publicAccessCidrs", true],
  ["aws:eks/cluster:Cluster", '["vpcConfig"]["publicAccessCidrs"][0]', true],
  ["aws:eks/cluster:Cluster", "vpcConfig", true],
  ["aws:eks/cluster:Cluster", "vpcConfig.subnetIds", false],
  ["aws:eks/cluster:Cluster", "accessConfig", true],
  ["aws:eks/cluster:Cluster", "accessConfig.bootstrapClusterCreatorAdminPermissions", false],
  ["aws:eks/cluster:Cluster", "version", false],
  ["aws:rds/instance:Instance", "publiclyAccessible", true],
  ["aws:rds/instance:Instance", "allocatedStorage", false],
  ["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "subjects", true],
  ["kubernetes:networking.k8s.io/v1:NetworkPolicy", "metadata.labels", false],
])("of %s, %s is guarded: %s", (type, ignored, guarded) => {
  const subject = {
    type,
    urn: "urn",
    name: "a",
    props: {},
    propertyDependencies: {},
    options: { ignoreChanges: [ignored] },
  };
  const verdict = evaluate(pulumiNoIgnoredSecurityChanges, subject, { all: [], ofType: () => [] }, undefined);
  expect(verdict.violations).toHaveLength(guarded ? 1 : 0);
});
