import { ebsDefaultEncryption } from "../../../../policy-packs/security-baseline/rules/ec2/ebs-default-encryption";
import { testRule } from "../../../support/rule";

testRule(ebsDefaultEncryption, {
  bad: { "encryption that is switched off": { set: { enabled: false } } },
  good: { "the provider's default": { props: {} } },
  unknown: ["enabled"],
});
