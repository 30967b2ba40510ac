import { describe, expect, it } from "vitest";
import { idsOf, saidOf } from "../../../support/risks";
import { created, deleted, updated } from "../../../support/steps";

const association = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const policyOf = (name: string, ...namespaces: string[]) => ({
  principalArn: "arn:aws:iam::111122223333:role/dev",
  policyArn: `arn:aws:eks::aws:cluster-access-policy/${name}`,
  accessScope: namespaces.length > 0 ? { type: "namespace", namespaces } : { type: "cluster" },
});

describe("access to a cluster of EKS", () => {
  it.each([
    ["AmazonEKSClusterAdminPolicy", "cluster-admin"],
    ["AmazonEKSEditPolicy", "cluster-access"],
    ["AmazonEKSAdminViewPolicy", "cluster-secrets"],
    ["AmazonEKSViewPolicy", "cluster-view"],
    ["SomethingElse", "access-not-judged"],
  ])("by %s is %s", (name, id) => {
    expect(idsOf(created(association, policyOf(name)))).toEqual([id]);
  });

  it("is less in a namespace, and none where it goes or stays", () => {
    expect(saidOf(created(association, policyOf("AmazonEKSClusterAdminPolicy", "shop")))).toEqual([
      "cluster-access: arn:aws:iam::111122223333:role/dev can newly do everything in shop",
    ]);
    expect(idsOf(deleted(association, policyOf("AmazonEKSEditPolicy")))).toEqual(["access-narrowed"]);
    expect(idsOf(updated(association, policyOf("AmazonEKSEditPolicy"), policyOf("AmazonEKSEditPolicy")))).toEqual([]);
  });

  it("is what groups of an entry say", () => {
    const entry = "aws:eks/accessEntry:AccessEntry";
    expect(idsOf(created(entry, { principalArn: "a", kubernetesGroups: ["system:masters"] }))).toEqual([
      "cluster-admin",
    ]);
    expect(idsOf(created(entry, { principalArn: "a", kubernetesGroups: ["devs"] }))).toEqual(["cluster-access"]);
    expect(idsOf(created(entry, { principalArn: "a" }))).toEqual(["cluster-view"]);
    expect(
      idsOf(
        updated(
          entry,
          { kubernetesGroups: ["devs"], tags: { a: "1" } },
          { kubernetesGroups: ["devs"], tags: { a: "2" } },
        ),
      ),
    ).toEqual([]);
  });

  it("is what aws-auth maps", () => {
    const map = (mapRoles: string) => ({
      metadata: { name: "aws-auth", namespace: "kube-system" },
      data: { mapRoles },
    });
    const type = "kubernetes:core/v1:ConfigMap";
    const nodes = "- rolearn: arn:nodes\n  groups: [system:nodes]\n";
    expect(saidOf(updated(type, map(nodes), map(`${nodes}- rolearn: arn:ci\n  groups: [system:masters]\n`)))).toEqual([
      "cluster-admin: arn:ci is newly in system:masters of the cluster, by aws-auth",
    ]);
    expect(idsOf(updated(type, map(nodes), map("- rolearn: arn:nodes\n  groups:\n  - system:nodes\n")))).toEqual([]);
    expect(idsOf(updated(type, map(nodes), map("{")))).toEqual(["access-not-judged"]);
    expect(
      idsOf(
        updated(
          type,
          { metadata: { name: "other" }, data: {} },
          { metadata: { name: "other" }, data: map(nodes).data },
        ),
      ),
    ).toEqual([]);
  });
});

const role = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
const binding = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
const rule = (verbs: string[], resources: string[], apiGroups = [""], resourceNames?: string[]) => ({
  ...{ verbs, resources, apiGroups },
  ...(resourceNames && { resourceNames }),
});

describe("a role of Kubernetes", () => {
  it.each([
    [rule(["*"], ["*"], ["*"]), "cluster-admin"],
    [rule(["create"], ["pods"]), "cluster-escalation"],
    [rule(["get"], ["secrets"]), "cluster-secrets"],
    [rule(["*"], ["configmaps"]), "cluster-wildcard"],
    [rule(["get"], ["configmaps"]), "cluster-view"],
  ])("with %j is %s", (given, id) => {
    expect(idsOf(created(role, { rules: [given] }))).toEqual([id]);
    expect(idsOf(updated(role, { rules: [] }, { rules: [given] }))).toEqual([id]);
    expect(
      idsOf(updated(role, { rules: [given] }, { rules: [given, rule(["get"], ["configmaps"])] })).slice(1),
    ).toEqual([]);
    expect(idsOf(deleted(role, { rules: [given] }))).toEqual(["access-narrowed"]);
  });

  it("says nothing of a rule that another one covers, and that it is not judged while it is not known", () => {
    const wide = rule(["get", "list"], ["configmaps"]);
    expect(idsOf(updated(role, { rules: [wide] }, { rules: [wide, rule(["get"], ["configmaps"])] }))).toEqual([]);
    expect(idsOf(updated(role, { rules: [wide] }, { rules: { $: "unknown" } }))).toEqual(["access-unknown"]);
  });
});

describe("a binding of Kubernetes", () => {
  const bound = (name: string, role: string, kind = "Group") => ({
    roleRef: { name: role },
    subjects: [{ kind, name }],
  });

  it.each([
    ["system:authenticated", "view", "cluster-anonymous"],
    ["system:anonymous", "view", "cluster-anonymous"],
    ["devs", "cluster-admin", "cluster-admin"],
    ["devs", "edit", "cluster-access"],
    ["devs", "view", "cluster-view"],
  ])("of %s to %s is %s", (name, to, id) => {
    expect(idsOf(created(binding, bound(name, to)))).toEqual([id]);
    expect(idsOf(updated(binding, bound("others", to), bound(name, to)))).toEqual([id, "access-narrowed"]);
    expect(idsOf(deleted(binding, bound(name, to)))).toEqual(["access-narrowed"]);
  });

  it("gives less in a namespace", () => {
    expect(
      idsOf(created("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", bound("devs", "cluster-admin"))),
    ).toEqual(["cluster-access"]);
  });
});

describe("pods that reach their node", () => {
  const workload = "kubernetes:apps/v1:Deployment";
  const pods = (spec: object) => ({ spec: { template: { spec: { containers: [{ name: "app" }], ...spec } } } });

  it.each([
    [{ hostNetwork: true }, "hostNetwork"],
    [{ volumes: [{ name: "a", hostPath: { path: "/" } }] }, "hostPath /"],
    [{ containers: [{ name: "app", securityContext: { privileged: true } }] }, "privileged"],
    [
      { containers: [{ name: "app", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }] },
      "capability SYS_ADMIN",
    ],
  ])("by %j", (spec, words) => {
    expect(saidOf(created(workload, pods(spec)))).toEqual([
      `pod-reaches-node: pods of subject newly reach their node: ${words}`,
    ]);
    expect(idsOf(updated(workload, pods({}), pods(spec)))).toEqual(["pod-reaches-node"]);
    expect(idsOf(updated(workload, pods(spec), pods({})))).toEqual([]);
  });

  it("are also those that a namespace newly admits", () => {
    const labelled = (level: string) => ({ metadata: { labels: { "pod-security.kubernetes.io/enforce": level } } });
    const namespace = "kubernetes:core/v1:Namespace";
    expect(idsOf(updated(namespace, labelled("restricted"), labelled("privileged")))).toEqual(["pod-reaches-node"]);
    expect(idsOf(updated(namespace, labelled("baseline"), labelled("restricted")))).toEqual([]);
  });
});
