import { grants, type Permission, roleTypes } from "../../../core/rbac";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

interface Escalation extends Permission {
  /** What the subject could do with it. */
  readonly power: string;
}

const rbac = "rbac.authorization.k8s.io";

const escalations: readonly Escalation[] = [
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

const good = { rules: [{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get", "list", "patch"] }] };

/** No role is a way to more rights than it names. */
export const k8sRbacNoEscalation = resourceRule({
  name: "k8s-rbac-no-escalation",
  title: "No role lets its subjects gain further rights.",
  severity: "high",
  types: roleTypes,
  controls: { "cis-kubernetes-1.11": ["5.1.4", "5.1.8", "5.1.10", "5.1.11", "5.1.12", "5.1.13"] },
  remediationSteps:
    "Take the verb or the resource out of rules, or accept it by an exception for the controller that needs it.",
  docs: {
    why: "These few rights are worth all others: an intruder uses them to become an administrator.",
    good: { [roleTypes[0]]: good, [roleTypes[1]]: good },
  },
  check({ props: role }, report) {
    forEachKnown(role.rules, (rule) =>
      forEachKnown(escalations, (escalation) => {
        if (!grants(rule, escalation)) return;
        const { resources, verbs, power } = escalation;
        report(
          `a rule lets its subjects ${power}: take ${verbs.join(" and ")} on ${resources.join(" and ")} out of rules`,
        );
      }),
    );
  },
});
