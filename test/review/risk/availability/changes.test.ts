import { describe, expect, it } from "vitest";
import { assess } from "../../../../review/risk/assess";
import { idsOf } from "../../../support/risks";
import { created, deleted, riskContext, updated } from "../../../support/steps";

const cluster = "aws:eks/cluster:Cluster";
const group = "aws:eks/nodeGroup:NodeGroup";
const database = "aws:rds/instance:Instance";
const deployment = "kubernetes:apps/v1:Deployment";
const budget = "kubernetes:policy/v1:PodDisruptionBudget";

/** Each with what interrupts, and a near miss. */
describe.each<[string, string, object, object, object, object]>([
  [
    "cluster-upgraded",
    cluster,
    { version: "1.34" },
    { version: "1.35" },
    { version: "1.35" },
    { version: "1.35", tags: { a: "1" } },
  ],
  [
    "engine-upgraded",
    database,
    { engineVersion: "15.4" },
    { engineVersion: "16.1" },
    { engineVersion: "15.4", monitoringInterval: 1 },
    { engineVersion: "15.4" },
  ],
  ["engine-upgraded", database, { engineVersion: "15.4" }, { engineVersion: { $: "unknown" } }, {}, { tags: {} }],
  [
    "database-restarted",
    database,
    { engineVersion: "15.4" },
    { engineVersion: "15.6" },
    {},
    { backupWindow: "01:00-02:00" },
  ],
  [
    "database-restarted",
    database,
    { instanceClass: "db.m5.large" },
    { instanceClass: "db.m6i.large" },
    { allocatedStorage: 10 },
    { allocatedStorage: 20 },
  ],
  [
    "database-restarted",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { nodeType: "a" },
    { nodeType: "b" },
    { description: "a" },
    { description: "b" },
  ],
  ["redundancy-lowered", database, { multiAz: true }, { multiAz: false }, { multiAz: false }, { multiAz: true }],
  [
    "nodes-rolled",
    group,
    { releaseVersion: "1" },
    { releaseVersion: "2" },
    { labels: { a: "1" } },
    { labels: { a: "2" } },
  ],
  [
    "nodes-rolled",
    "kubernetes:karpenter.sh/v1:NodePool",
    { spec: { a: 1 } },
    { spec: { a: 2 } },
    { metadata: { labels: { a: "1" } } },
    { metadata: { labels: { a: "2" } } },
  ],
  [
    "instance-restarted",
    "aws:ec2/instance:Instance",
    { instanceType: "a" },
    { instanceType: "b" },
    { monitoring: true },
    { monitoring: false },
  ],
  [
    "serving-moved",
    "aws:lb/loadBalancer:LoadBalancer",
    { subnets: ["a"] },
    { subnets: ["b"] },
    { idleTimeout: 60 },
    { idleTimeout: 70 },
  ],
  ["routes-changed", "aws:ec2/route:Route", { natGatewayId: "a" }, { natGatewayId: "b" }, {}, { region: "a" }],
  ["dns-changed", "aws:route53/record:Record", { records: ["a"] }, { records: ["b"] }, { ttl: 60 }, { ttl: 300 }],
  [
    "certificate-changed",
    "aws:lb/listener:Listener",
    { certificateArn: "a" },
    { certificateArn: "b" },
    { tags: {} },
    { tags: { a: "1" } },
  ],
  [
    "addon-changed",
    "aws:eks/addon:Addon",
    { addonVersion: "1" },
    { addonVersion: "2" },
    { preserve: true },
    { preserve: false },
  ],
  [
    "addon-changed",
    "kubernetes:helm.sh/v3:Release",
    { version: "1" },
    { version: "2" },
    { description: "a" },
    { description: "b" },
  ],
  [
    "capacity-lowered",
    group,
    { scalingConfig: { minSize: 3 } },
    { scalingConfig: { minSize: 1 } },
    { scalingConfig: { minSize: 1 } },
    { scalingConfig: { minSize: 3 } },
  ],
  ["capacity-lowered", deployment, { spec: { replicas: 3 } }, { spec: {} }, { spec: {} }, { spec: { replicas: 3 } }],
  ["capacity-lowered", deployment, { spec: { replicas: 3 } }, { spec: { replicas: { $: "unknown" } } }, {}, {}],
  [
    "stopped",
    deployment,
    { spec: { replicas: 3 } },
    { spec: { replicas: 0 } },
    { spec: { replicas: 0 } },
    { spec: { replicas: 1 } },
  ],
  ["stopped", group, { scalingConfig: { desiredSize: 3 } }, { scalingConfig: { desiredSize: 0 } }, {}, {}],
  [
    "disruption-raised",
    group,
    { updateConfig: { maxUnavailable: 1 } },
    { updateConfig: { maxUnavailable: 5 } },
    { updateConfig: { maxUnavailable: 5 } },
    { updateConfig: { maxUnavailable: 1 } },
  ],
  [
    "disruption-raised",
    budget,
    { spec: { minAvailable: 2 } },
    { spec: { minAvailable: 1 } },
    { spec: { minAvailable: 1 } },
    { spec: { minAvailable: 2 } },
  ],
  [
    "disruption-raised",
    budget,
    { spec: { minAvailable: "50%" } },
    { spec: { minAvailable: "25%" } },
    { spec: { maxUnavailable: "50%" } },
    { spec: { maxUnavailable: "25%" } },
  ],
  [
    "recreated",
    deployment,
    { spec: { strategy: { type: "Recreate" }, template: { a: 1 } } },
    { spec: { strategy: { type: "Recreate" }, template: { a: 2 } } },
    { spec: { strategy: { type: "RollingUpdate" }, template: { a: 1 } } },
    { spec: { strategy: { type: "RollingUpdate" }, template: { a: 2 } } },
  ],
  [
    "webhook-changed",
    "kubernetes:admissionregistration.k8s.io/v1:ValidatingWebhookConfiguration",
    { webhooks: [] },
    { webhooks: [{ name: "a" }] },
    { webhooks: [] },
    { webhooks: [{ name: "a", failurePolicy: "Ignore" }] },
  ],
])("%s of %s", (id, type, before, after, calm, still) => {
  it(`is told from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
    expect(idsOf(updated(type, before, after))).toContain(id);
  });

  it(`is not from ${JSON.stringify(calm)} to ${JSON.stringify(still)}`, () => {
    expect(idsOf(updated(type, calm, still))).toEqual([]);
    if (id !== "webhook-changed") expect(idsOf(created(type, after))).not.toContain(id);
  });
});

/** What details the only risk of a change gives. */
const detailsOf = (type: string, before: object, after: object) =>
  assess(updated(type, before, after), riskContext())[0]?.details;

it("says which versions of Kubernetes have to be taken one by one", () => {
  expect(detailsOf(cluster, { version: "1.33" }, { version: "1.36" })).toEqual([
    "version: 1.33 → 1.36",
    "the control plane cannot go back",
    "EKS refuses to skip a version: 1.33 → 1.34 → 1.35 → 1.36, each by itself",
  ]);
  expect(detailsOf(cluster, { version: "1.35" }, { version: "1.36" })).toHaveLength(2);
  expect(detailsOf(cluster, { version: "1.36" }, { version: "1.35" })).toContain(
    "not judged: versions that are no higher or not known",
  );
});

it("says when a database takes a change", () => {
  expect(detailsOf(database, { instanceClass: "a" }, { instanceClass: "b", applyImmediately: true })).toContain(
    "at once: applyImmediately is on",
  );
  expect(detailsOf(database, { instanceClass: "a" }, { instanceClass: "b" })).toContainEqual(
    expect.stringMatching(/^in the next maintenance window/),
  );
});

it("knows that a budget that goes is none", () => {
  expect(idsOf(deleted(budget))).toEqual(["disruption-raised"]);
});
