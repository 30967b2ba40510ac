import { pulumiClusterNotSkipped } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-cluster-not-skipped";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(pulumiClusterNotSkipped, {
  bad: {
    "deletes that are skipped": { set: { deleteUnreachable: true } },
    "deletes that are skipped, as the engine keeps it": { set: { deleteUnreachable: "true" } },
    "updates that are skipped": { set: { skipUpdateUnreachable: "true" } },
    "updates that are skipped, behind what is unknown": {
      set: { deleteUnreachable: unknown, skipUpdateUnreachable: "true" },
    },
  },
  good: {
    "flags that are off": { set: { deleteUnreachable: "false", skipUpdateUnreachable: false } },
    "no kubeconfig": { props: {} },
  },
  unknown: ["deleteUnreachable", "skipUpdateUnreachable"],
});
