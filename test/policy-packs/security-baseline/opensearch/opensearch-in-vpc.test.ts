import { opensearchInVpc } from "../../../../policy-packs/security-baseline/rules/opensearch/opensearch-in-vpc";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const elasticsearch = "aws:elasticsearch/domain:Domain";

testRule(opensearchInVpc, {
  bad: {
    "a public domain": { unset: ["vpcOptions"] },
    "options without subnets": { set: { vpcOptions: { securityGroupIds: ["sg-0123456789abcdef0"] } } },
    "an empty list of subnets": { set: { "vpcOptions.subnetIds": [] } },
    "a public Elasticsearch domain": { of: elasticsearch, props: {} },
  },
  good: { "subnets made in the same deployment": { set: { "vpcOptions.subnetIds": [unknown] } } },
  unknown: ["vpcOptions"],
});
