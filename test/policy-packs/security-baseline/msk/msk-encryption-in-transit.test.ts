import { mskEncryptionInTransit } from "../../../../policy-packs/security-baseline/rules/msk/msk-encryption-in-transit";
import { testRule } from "../../../support/rule";

const transit = "encryptionInfo.encryptionInTransit";

testRule(mskEncryptionInTransit, {
  bad: {
    "nothing about encryption": { unset: ["encryptionInfo"] },
    "clients in the clear": { set: { [`${transit}.clientBroker`]: "PLAINTEXT" } },
    "clients in the clear beside TLS": { set: { [`${transit}.clientBroker`]: "TLS_PLAINTEXT" } },
    "brokers in the clear": { set: { [`${transit}.inCluster`]: false } },
    "brokers in the clear without a word on clients": { set: { [transit]: { inCluster: false } } },
  },
  good: {
    "MSK's defaults in the block": { set: { encryptionInfo: { encryptionAtRestKmsKeyArn: "arn" } } },
    "clients left at the default": { unset: [`${transit}.clientBroker`] },
    "brokers left at the default": { unset: [`${transit}.inCluster`] },
  },
  unknown: ["encryptionInfo", `${transit}.clientBroker`, `${transit}.inCluster`],
});
