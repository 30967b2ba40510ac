import { rdsCaCurrent } from "../../../../policy-packs/security-baseline/rules/rds/rds-ca-current";
import { testRule } from "../../../support/rule";

testRule(rdsCaCurrent, {
  bad: {
    "the authority of 2019": { set: { caCertIdentifier: "rds-ca-2019" } },
    "the authority of 2015": { set: { caCertIdentifier: "rds-ca-2015" } },
  },
  good: {
    "what RDS takes": { props: {} },
    "another current authority": { set: { caCertIdentifier: "rds-ca-ecc384-g1" } },
    "one that comes later": { set: { caCertIdentifier: "rds-ca-rsa2048-g2" } },
  },
  unknown: ["caCertIdentifier"],
});
