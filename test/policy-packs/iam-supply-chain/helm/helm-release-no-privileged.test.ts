import { helmReleaseNoPrivileged } from "../../../../policy-packs/iam-supply-chain/rules/helm/helm-release-no-privileged";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(helmReleaseNoPrivileged, {
  bad: {
    "a privileged container": { set: { "values.securityContext.privileged": true } },
    "a privileged container, as a text": { set: { "values.securityContext.privileged": "true" } },
    "a privileged part": { set: { "values.agent": { containers: [{ securityContext: { privileged: true } }] } } },
    "more privileges later": { set: { "values.securityContext.allowPrivilegeEscalation": true } },
    "the node's network": { set: { "values.hostNetwork": true } },
    "the node's processes": { set: { "values.hostPID": true } },
    "the node's network behind what is unknown": { set: { values: { name: unknown, hostNetwork: true } } },
    "a chart that another exempt one resembles": {
      set: { "values.hostNetwork": true },
      configuration: { exemptCharts: ["cilium"] },
    },
  },
  good: {
    "no values": { unset: ["values"] },
    "the node's network turned off": { set: { "values.hostNetwork": false } },
    "an exempt chart": {
      set: { chart: "cilium", "values.hostNetwork": true },
      configuration: { exemptCharts: ["cilium"] },
    },
    "something that is called so": { set: { "values.privilegedUsers": true } },
  },
  unknown: ["values", "values.securityContext"],
});
