import { opensearchEncrypted } from "../../../../policy-packs/security-baseline/rules/opensearch/opensearch-encrypted";
import { testRule } from "../../../support/rule";

const elasticsearch = "aws:elasticsearch/domain:Domain";

testRule(opensearchEncrypted, {
  bad: {
    "a domain left at its defaults": { props: {} },
    "no encryption at rest": { unset: ["encryptAtRest"] },
    "encryption at rest turned off": { set: { "encryptAtRest.enabled": false } },
    "encryption at rest without a word": { set: { encryptAtRest: { kmsKeyId: "key" } } },
    "no encryption between nodes": { unset: ["nodeToNodeEncryption"] },
    "encryption between nodes turned off": { set: { "nodeToNodeEncryption.enabled": false } },
    "an Elasticsearch domain without encryption at rest": { of: elasticsearch, unset: ["encryptAtRest"] },
    "an Elasticsearch domain without encryption between nodes": { of: elasticsearch, unset: ["nodeToNodeEncryption"] },
  },
  good: { "a key of one's own": { set: { "encryptAtRest.kmsKeyId": "key" } } },
  unknown: ["encryptAtRest", "encryptAtRest.enabled", "nodeToNodeEncryption.enabled"],
});
