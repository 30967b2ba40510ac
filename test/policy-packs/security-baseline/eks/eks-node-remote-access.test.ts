import { eksNodeRemoteAccess } from "../../../../policy-packs/security-baseline/rules/eks/eks-node-remote-access";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(eksNodeRemoteAccess, {
  bad: {
    "a key without groups": { unset: ["remoteAccess.sourceSecurityGroupIds"] },
    "an empty list of groups": { set: { "remoteAccess.sourceSecurityGroupIds": [] } },
    "a key that is not known yet": { set: { remoteAccess: { ec2SshKey: unknown } } },
  },
  good: {
    "no SSH": { props: {} },
    "an empty block": { set: { remoteAccess: {} } },
    "groups that are not known yet": { set: { "remoteAccess.sourceSecurityGroupIds": [unknown] } },
  },
  unknown: ["remoteAccess"],
});
