import { isInternet } from "../../../core/internet";
import { resourceRule } from "../../../core/rule";
import type { LabelSelector } from "../../../core/selector";
import { forEachKnown, isNonEmpty, isSet } from "../../../core/unknown";

const networkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

/** A network policy keeps something out. */
export const k8sNetworkPolicyNarrow = resourceRule({
  name: "k8s-network-policy-narrow",
  title: "A network policy does not let everybody in on every port.",
  severity: "medium",
  types: [networkPolicy],
  controls: {},
  remediationSteps: "Name in each rule of spec.ingress who may call, in from, or on which port, in ports.",
  docs: {
    why: "Policies add up: one that lets everybody in undoes the namespace's default deny, while each list of policies shows that there are some.",
    good: {
      [networkPolicy]: {
        spec: {
          podSelector: { matchLabels: { app: "shop" } },
          policyTypes: ["Ingress"],
          ingress: [{ from: [{ podSelector: { matchLabels: { app: "web" } } }], ports: [{ port: 8080 }] }],
        },
      },
    },
  },
  // kubernetes.io/docs/concepts/services-networking/network-policies: a rule without from is for all, one without ports too.
  check({ props: { spec } }, report) {
    forEachKnown(spec?.ingress, (rule) => {
      if (isNonEmpty(rule, "ports")) return;
      if (!isNonEmpty(rule, "from")) {
        report("everybody may call every port: set from or ports in each rule of spec.ingress");
        return;
      }
      forEachKnown(rule.from, (peer) => {
        if (isSet(peer, "podSelector")) return;
        const everyNamespace = isSet(peer, "namespaceSelector") && selectsAll(peer.namespaceSelector);
        if (everyNamespace || isInternet(peer.ipBlock?.cidr ?? "")) {
          report("everybody may call every port: select namespaces in from of spec.ingress, or set ports");
        }
      });
    });
  },
});

/** An empty selector selects everything. */
const selectsAll = (selector: LabelSelector = {}): boolean =>
  !isNonEmpty(selector, "matchExpressions") && Object.keys(selector.matchLabels ?? {}).length === 0;
