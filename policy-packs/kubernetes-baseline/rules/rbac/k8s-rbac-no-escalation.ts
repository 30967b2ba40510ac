import { escalations, grants, roleTypes } from "../../../core/rbac";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

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
