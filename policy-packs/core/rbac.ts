import type * as kubernetes from "@pulumi/kubernetes";
import type { DeepPartial } from "./resource-types";

/** What a Role or a ClusterRole lets its subjects do. */
export type PolicyRule = DeepPartial<kubernetes.types.output.rbac.v1.PolicyRule>;

/** Kinds that hold such rules. */
export const roleTypes = [
  "kubernetes:rbac.authorization.k8s.io/v1:Role",
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
] as const;

export interface Permission {
  /** API group; empty for the core group. */
  readonly group: string;
  /** Resources with their subresource, e.g. `pods/exec`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * Whether `rule` gives one of the verbs on one of the resources. Kubernetes knows an asterisk that stands alone or before
 * a subresource only; one within a name was meant as more and is taken so.
 */
export function grants(rule: PolicyRule, { group, resources, verbs }: Permission): boolean {
  return covers(rule.apiGroups, [group]) && covers(rule.resources, resources) && covers(rule.verbs, verbs);
}

function covers(patterns: readonly string[] | undefined, values: readonly string[]): boolean {
  return (patterns ?? []).some((pattern) => {
    if (!pattern.includes("*")) return values.includes(pattern);
    const parts = pattern.split("*").map((part) => part.replace(/[^\w/:-]/g, "\\$&"));
    const expression = new RegExp(`^${parts.join(".*")}$`);
    return values.some((value) => expression.test(value));
  });
}

/** Rights that are worth all others. */
interface Escalation extends Permission {
  /** What the subject could do with it. */
  readonly power: string;
}

const rbac = "rbac.authorization.k8s.io";

/** Rights by which their holder becomes more than it is. */
export const escalations: readonly Escalation[] = [
  {
    group: rbac,
    resources: ["roles", "clusterroles", "rolebindings", "clusterrolebindings"],
    verbs: ["bind", "escalate"],
    power: "give itself any role",
  },
  {
    group: "",
    resources: ["users", "groups", "serviceaccounts"],
    verbs: ["impersonate"],
    power: "act as anybody",
  },
  {
    group: "authentication.k8s.io",
    resources: ["userextras", "uids"],
    verbs: ["impersonate"],
    power: "act as anybody",
  },
  { group: "", resources: ["pods"], verbs: ["create"], power: "run pods as any service account of the namespace" },
  {
    group: "",
    // A web socket is opened by get, SPDY by create.
    resources: ["pods/exec", "pods/attach"],
    verbs: ["create", "get"],
    power: "run commands in others' containers",
  },
  {
    group: "",
    resources: ["pods/ephemeralcontainers"],
    verbs: ["update", "patch"],
    power: "run commands in others' pods",
  },
  {
    group: "",
    resources: ["nodes/proxy"],
    verbs: ["get", "create", "update", "patch", "delete"],
    power: "call kubelets past audit and admission",
  },
  { group: "", resources: ["serviceaccounts/token"], verbs: ["create"], power: "make tokens of any service account" },
  {
    group: "certificates.k8s.io",
    resources: ["certificatesigningrequests/approval"],
    verbs: ["update", "patch"],
    power: "approve a certificate for any user",
  },
  {
    group: "certificates.k8s.io",
    resources: ["signers"],
    verbs: ["approve", "sign"],
    power: "approve a certificate for any user",
  },
  {
    group: "admissionregistration.k8s.io",
    resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
    verbs: ["create", "update", "patch", "delete", "deletecollection"],
    power: "read and change every object on its way in",
  },
];
