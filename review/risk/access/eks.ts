import type { Step } from "../../model/step";
import type { Shown } from "../../model/values";
import type { Found, Judge, RiskContext } from "../judge";
import { moved, propertyOf } from "../reading";
import type { RiskId } from "../table";
import { firstOf, worded } from "../words";

/**
 * What EKS's own policies give, by the end of their ARN; others are not judged
 * (docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html).
 */
const policies: Readonly<Record<string, { readonly id: RiskId; readonly gives: string }>> = {
  AmazonEKSClusterAdminPolicy: { id: "cluster-admin", gives: "do everything" },
  AmazonEKSAdminPolicy: { id: "cluster-access", gives: "do nearly everything, also read secrets," },
  AmazonEKSAdminViewPolicy: { id: "cluster-secrets", gives: "read everything, also secrets," },
  AmazonEKSEditPolicy: { id: "cluster-access", gives: "change workloads and read secrets" },
  AmazonEKSViewPolicy: { id: "cluster-view", gives: "read everything but secrets" },
};

export const eksTypes = [
  "aws:eks/accessEntry:AccessEntry",
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation",
];

/** Who may newly use the Kubernetes API of a cluster, and with which role pods call AWS. */
export const clusterAccess: Judge = (step, context) => {
  if (!eksTypes.includes(step.type)) return [];
  if (step.op === "delete") return [gone(step)];
  if (step.type.startsWith("aws:eks/accessEntry:")) return entry(step);
  return step.type.startsWith("aws:eks/accessPolicy") ? association(step, context) : podIdentity(step);
};

const gone = (step: Step): Found => ({
  id: "access-narrowed",
  summary: `${principal(step)} can no longer use the cluster by ${step.name}`,
});

function principal({ new: next, old, name }: Step): string {
  const { inputs = {} } = next ?? old ?? {};
  const who = inputs.principalArn ?? inputs.serviceAccount;
  return typeof who === "string" ? who : `whoever ${name} names`;
}

function entry(step: Step): Found[] {
  const change = moved(step, "kubernetesGroups");
  const before = new Set(textsOf(change?.before));
  const groups = textsOf(change?.after).filter((group) => !before.has(group));
  if (groups.includes("system:masters"))
    return [{ id: "cluster-admin", summary: `${principal(step)} is newly in system:masters` }];
  if (groups.length > 0) {
    const summary = `${principal(step)} is newly in ${firstOf(groups)}: bindings of that group say what it may do`;
    return [{ id: "cluster-access", summary, properties: ["kubernetesGroups"] }];
  }
  if (step.old === undefined) {
    return [
      {
        id: "cluster-view",
        summary: `${principal(step)} can newly log in to the cluster; other entries say what it may do`,
      },
    ];
  }
  return [];
}

function association(step: Step, _context: RiskContext): Found[] {
  const changes = ["policyArn", "accessScope", "principalArn"].flatMap((path) => moved(step, path) ?? []);
  if (changes.length === 0) return [];
  const arn = propertyOf(step.new && { ...step.new, outputs: {} }, "policyArn");
  const name = typeof arn === "string" ? (arn.split("/").at(-1) ?? "") : "";
  const known = policies[name];
  const properties = changes.map(({ path }) => path);
  if (known === undefined)
    return [
      {
        id: "access-not-judged",
        summary: `what ${principal(step)} can newly do is not judged: by ${worded(arn)}`,
        properties,
      },
    ];
  const spaces = textsOf(propertyOf(step.new, "accessScope.namespaces"));
  const where = spaces.length === 0 ? "in the whole cluster" : `in ${firstOf(spaces)}`;
  const id = known.id === "cluster-admin" && spaces.length > 0 ? "cluster-access" : known.id;
  return [{ id, summary: `${principal(step)} can newly ${known.gives} ${where}`, properties }];
}

function podIdentity(step: Step): Found[] {
  const changes = ["roleArn", "serviceAccount", "namespace", "targetRoleArn"].flatMap(
    (path) => moved(step, path) ?? [],
  );
  if (changes.length === 0) return [];
  const { namespace, serviceAccount, roleArn } = step.new?.inputs ?? {};
  const summary = `pods of service account ${worded(serviceAccount)} in ${worded(namespace)} newly have the role ${worded(roleArn)}`;
  return [{ id: "access-given", summary, properties: changes.map(({ path }) => path) }];
}

const textsOf = (value: Shown | undefined): string[] =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === "string" ? item : "what is known only when it is made"))
    : [];
