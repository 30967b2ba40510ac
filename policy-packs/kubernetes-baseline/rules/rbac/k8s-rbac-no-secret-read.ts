import { grants, roleTypes } from "../../../core/rbac";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

const good = { rules: [{ apiGroups: [""], resources: ["secrets"], resourceNames: ["shop-database"], verbs: ["get"] }] };

/** Roles that read secrets say which. */
export const k8sRbacNoSecretRead = resourceRule({
  name: "k8s-rbac-no-secret-read",
  title: "No role reads all secrets of the cluster or of a namespace.",
  severity: "high",
  types: roleTypes,
  controls: { "cis-kubernetes-1.11": ["5.1.2"] },
  remediationSteps: "Take get, list and watch on secrets out of rules, or name the secrets in resourceNames.",
  docs: {
    why: "Among the secrets are tokens of other accounts: who reads all of them can do all that those can. A list shows the values, too.",
    good: { [roleTypes[0]]: good, [roleTypes[1]]: good },
  },
  check({ props: role }, report) {
    forEachKnown(role.rules, (rule) => {
      const reads = grants(rule, { group: "", resources: ["secrets"], verbs: ["get", "list", "watch"] });
      if (reads && !isNonEmpty(rule, "resourceNames")) {
        report("a rule reads all secrets: name them in resourceNames, or take secrets out of resources");
      }
    });
  },
});
