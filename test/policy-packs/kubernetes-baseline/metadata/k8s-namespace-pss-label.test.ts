import { k8sNamespacePssLabel } from "../../../../policy-packs/kubernetes-baseline/rules/metadata/k8s-namespace-pss-label";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const label = "pod-security.kubernetes.io/enforce";
const labelled = (level: string) => ({ set: { "metadata.labels": { [label]: level } } });

testRule(k8sNamespacePssLabel, {
  bad: {
    "no metadata": { unset: ["metadata"] },
    "no labels": { unset: ["metadata.labels"] },
    "the level that allows all": labelled("privileged"),
    "a level that there is not": labelled("strict"),
    "a warning only": { set: { "metadata.labels": { "pod-security.kubernetes.io/warn": "restricted" } } },
    "less than the configuration asks": { ...labelled("baseline"), configuration: { minimum: "restricted" } },
  },
  good: {
    "the baseline": labelled("baseline"),
    "an exempt namespace": { unset: ["metadata.labels"], configuration: { exemptNamespaces: ["shop"] } },
    "an unknown name": { set: { "metadata.name": unknown } },
  },
  unknown: ["metadata", "metadata.labels"],
});
