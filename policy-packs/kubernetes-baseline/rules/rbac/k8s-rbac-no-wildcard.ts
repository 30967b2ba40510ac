import { roleTypes } from "../../../core/rbac";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const fields = ["apiGroups", "resources", "verbs", "nonResourceURLs"] as const;
const good = { rules: [{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get", "list", "patch"] }] };

/** Roles name what they let do. */
export const k8sRbacNoWildcard = resourceRule({
  name: "k8s-rbac-no-wildcard",
  title: "Roles name their API groups, resources and verbs.",
  severity: "high",
  types: roleTypes,
  controls: { "cis-kubernetes-1.11": ["5.1.3"] },
  remediationSteps: "Replace the asterisk in rules by the API groups, resources and verbs that are needed.",
  docs: {
    why: "A wildcard also gives what is added later: new resources, secrets, and verbs such as escalate and impersonate.",
    good: { [roleTypes[0]]: good, [roleTypes[1]]: good },
  },
  check({ props: role }, report) {
    forEachKnown(role.rules, (rule) =>
      forEachKnown(fields, (field) => {
        if (rule[field]?.includes("*")) report(`a rule has a wildcard: name what is needed in ${field}`);
      }),
    );
  },
});
