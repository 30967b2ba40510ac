import { pulumiProviderVerifiesTls } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-provider-verifies-tls";
import { testRule } from "../../../support/rule";

const kubernetes = "pulumi:providers:kubernetes";
const cluster = (settings: object) => JSON.stringify({ clusters: [{ name: "a", cluster: {} }, { cluster: settings }] });

testRule(pulumiProviderVerifiesTls, {
  bad: {
    "AWS without a check": { set: { insecure: true } },
    "AWS without a check, as the engine keeps it": { set: { insecure: "true" } },
    "a cluster without a check": {
      of: kubernetes,
      set: { kubeconfig: cluster({ "insecure-skip-tls-verify": true }) },
    },
    "a cluster without a check, in YAML": {
      of: kubernetes,
      set: { kubeconfig: "clusters:\n- name: shop\n  cluster:\n    insecure-skip-tls-verify: true\n" },
    },
  },
  good: {
    "AWS that says so": { set: { insecure: "false" } },
    "a cluster that says so": { of: kubernetes, set: { kubeconfig: cluster({ "insecure-skip-tls-verify": false }) } },
    "an authority of its own": {
      of: kubernetes,
      set: { kubeconfig: cluster({ "certificate-authority-data": "LS0=" }) },
    },
    "the path of a kubeconfig": { of: kubernetes, set: { kubeconfig: "~/.kube/config" } },
  },
  unknown: ["insecure"],
});
