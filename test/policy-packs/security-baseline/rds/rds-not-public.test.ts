import { rdsNotPublic } from "../../../../policy-packs/security-baseline/rules/rds/rds-not-public";
import { testRule } from "../../../support/rule";

const member = "aws:rds/clusterInstance:ClusterInstance";

testRule(rdsNotPublic, {
  bad: {
    "a public instance": { set: { publiclyAccessible: true } },
    "a public instance of a cluster": { of: member, set: { publiclyAccessible: true } },
  },
  good: {
    "an instance left at the provider's default": { unset: ["publiclyAccessible"] },
    "an instance of a cluster left at the provider's default": { of: member, props: {} },
  },
  unknown: ["publiclyAccessible"],
});
