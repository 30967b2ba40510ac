import { serviceDeletionProtection } from "../../../../policy-packs/reliability/rules/stateful/service-deletion-protection";
import { testRule } from "../../../support/rule";

const configuration = { stacks: ["test"] };

testRule(serviceDeletionProtection, {
  bad: {
    "a cluster of which nothing is said": { unset: ["deletionProtection"], configuration },
    "a cluster that is not protected": { set: { deletionProtection: false }, configuration },
    "a firewall": { of: "aws:networkfirewall/firewall:Firewall", unset: ["deleteProtection"], configuration },
    "a global cluster": { of: "aws:rds/globalCluster:GlobalCluster", props: {}, configuration },
    "a distributed cluster": { of: "aws:dsql/cluster:Cluster", props: { deletionProtection: true }, configuration },
  },
  good: { "a cluster of development": { props: {} } },
});
