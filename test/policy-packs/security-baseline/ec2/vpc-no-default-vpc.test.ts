import { vpcNoDefaultVpc } from "../../../../policy-packs/security-baseline/rules/ec2/vpc-no-default-vpc";
import { testRule } from "../../../support/rule";

testRule(vpcNoDefaultVpc, {
  bad: {
    "a default VPC": { props: {} },
    "a default VPC with a name": { props: { tags: { Name: "default" }, enableDnsHostnames: true } },
    "a default VPC that stays": { set: { forceDestroy: false } },
  },
  unknown: ["forceDestroy"],
});
