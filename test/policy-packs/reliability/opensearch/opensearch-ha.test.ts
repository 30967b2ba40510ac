import { opensearchHa } from "../../../../policy-packs/reliability/rules/opensearch/opensearch-ha";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const former = "aws:elasticsearch/domain:Domain";

testRule(opensearchHa, {
  bad: {
    "a domain left at its defaults": { props: {} },
    "masters that are not dedicated": { set: { "clusterConfig.dedicatedMasterEnabled": false } },
    "a number of masters that is not switched on": { unset: ["clusterConfig.dedicatedMasterEnabled"] },
    "two masters": { set: { "clusterConfig.dedicatedMasterCount": 2 } },
    "no number of masters": { unset: ["clusterConfig.dedicatedMasterCount"] },
    "one zone": { set: { "clusterConfig.zoneAwarenessEnabled": false } },
    "a domain without a word on zones": { unset: ["clusterConfig.zoneAwarenessEnabled"] },
    "a domain of Elasticsearch in one zone": { of: former, unset: ["clusterConfig.zoneAwarenessEnabled"] },
    "one zone behind an unknown number": {
      set: { "clusterConfig.dedicatedMasterCount": unknown, "clusterConfig.zoneAwarenessEnabled": false },
    },
  },
  good: {
    "five masters": { set: { "clusterConfig.dedicatedMasterCount": 5 } },
    "a standby": {
      set: { "clusterConfig.multiAzWithStandbyEnabled": true },
      unset: ["clusterConfig.zoneAwarenessEnabled"],
    },
    "a domain in another stack": { props: {}, configuration: { stacks: ["prod-*"] } },
  },
  unknown: ["clusterConfig", "clusterConfig.dedicatedMasterCount", "clusterConfig.zoneAwarenessEnabled"],
});
