import { pulumiClusterExplicit } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-cluster-explicit";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(pulumiClusterExplicit, {
  bad: {
    "a default provider": { props: { version: "4.34.2" } },
    "nothing but a namespace": { props: { namespace: "shop" } },
    "an empty kubeconfig": { set: { kubeconfig: "" } },
    "the path of a kubeconfig": { set: { kubeconfig: "~/.kube/config" } },
    "an empty context": { set: { kubeconfig: "~/.kube/config", context: "" } },
  },
  good: {
    "a context in a file": { props: { kubeconfig: "~/.kube/config", context: "shop" } },
    "a context in the file of the shell": { props: { context: "shop" } },
    "a cluster in a file": { props: { kubeconfig: "/etc/kubeconfig", cluster: "shop" } },
    "a kubeconfig in YAML": { set: { kubeconfig: "apiVersion: v1\nkind: Config\nclusters: []\n" } },
    "a provider that writes files": { props: { renderYamlToDirectory: "out" } },
    "a context that is unknown yet": { props: { context: unknown } },
  },
  unknown: ["kubeconfig"],
});
