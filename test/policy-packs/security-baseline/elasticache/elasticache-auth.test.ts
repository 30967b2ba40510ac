import { elasticacheAuth } from "../../../../policy-packs/security-baseline/rules/elasticache/elasticache-auth";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(elasticacheAuth, {
  bad: {
    "a cache left at its defaults": { props: {} },
    "a cache with TLS alone": { unset: ["userGroupIds"] },
    "an empty list of groups": { set: { userGroupIds: [] } },
    "an empty token": { unset: ["userGroupIds"], set: { authToken: "" } },
  },
  good: {
    "a token": { props: { authToken: "not-a-real-token-0123" } },
    "a token that is not kept in the state": { props: { authTokenWo: unknown } },
    "a token that is not known yet": { props: { authToken: unknown } },
    "groups that are not known yet": { set: { userGroupIds: [unknown] } },
  },
});
