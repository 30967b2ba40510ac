import { transferSecure } from "../../../../policy-packs/security-baseline/rules/transfer/transfer-secure";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(transferSecure, {
  bad: {
    "a server left at its defaults": { props: {} },
    "a public server": { set: { endpointType: "PUBLIC" } },
    "FTP beside SFTP": { set: { protocols: ["SFTP", "FTP"] } },
    "FTP of a server that is not known where": { set: { endpointType: unknown, protocols: ["FTP"] } },
    "a public server of unknown protocols": { props: { protocols: unknown } },
  },
  good: {
    "the protocol that is taken without a word": { unset: ["protocols"] },
    "an endpoint of one's own": { set: { endpointType: "VPC_ENDPOINT" } },
  },
  unknown: ["endpointType", "protocols"],
});
