import { expect, it } from "vitest";
import { k8sRequiredLabels } from "../../../../policy-packs/kubernetes-baseline/rules/metadata/k8s-required-labels";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const good = {
  "app.kubernetes.io/component": "web",
  "app.kubernetes.io/instance": "shop-eu",
  "app.kubernetes.io/managed-by": "pulumi",
  "app.kubernetes.io/name": "shop",
  "app.kubernetes.io/part-of": "store",
  "app.kubernetes.io/version": "1.4.2",
};
const labelled = (labels: object) => ({ set: { "metadata.labels": { ...good, ...labels } } });
const team = { labels: [{ key: "team", allowedRegex: "^(shop|search)$" }] };

testRule(k8sRequiredLabels, {
  bad: {
    "no metadata": { unset: ["metadata"] },
    "no labels": { unset: ["metadata.labels"] },
    "an empty label": labelled({ "app.kubernetes.io/name": "" }),
    "other labels": { set: { "metadata.labels": { department: "finance" } } },
    "a value with a space": labelled({ owner: "team a" }),
    "a value that ends in a dash": labelled({ owner: "team-" }),
    "a value that is too long": labelled({ owner: "a".repeat(64) }),
    "a bad value beside an unknown one": labelled({ region: unknown, owner: "a b" }),
    "no label that the configuration asks for": { configuration: team },
    "a value that the configuration does not allow": { ...labelled({ team: "sales" }), configuration: team },
  },
  good: {
    "further labels": labelled({ owner: "team_a.B-1", empty: "" }),
    "an allowed value": { set: { "metadata.labels": { team: "shop" } }, configuration: team },
    "none, where none is asked for": { unset: ["metadata"], configuration: { labels: [] } },
  },
  unknown: ["metadata", "metadata.labels"],
});

it.each([
  ["kubernetes:core/v1:Service", true],
  ["kubernetes:apps/v1:DeploymentPatch", false],
  ["kubernetes:core/v1:PodList", false],
  ["kubernetes:helm.sh/v3:Release", false],
])("judges %s: %s", (type, judged) => {
  expect(k8sRequiredLabels.judges?.(type)).toBe(judged);
});
