import { k8sServiceAccountRole } from "../../../../policy-packs/kubernetes-baseline/rules/identity/k8s-service-account-role";
import { testRule } from "../../../support/rule";

const role = (arn: string) => ({
  set: { "metadata.annotations": { "eks.amazonaws.com/role-arn": arn } },
});

testRule(k8sServiceAccountRole, {
  bad: {
    "a role's name": role("shop"),
    "a session of a role": role("arn:aws:sts::111122223333:assumed-role/shop/session"),
    "a user": role("arn:aws:iam::111122223333:user/shop"),
    "an account that is cut off": role("arn:aws:iam::1111:role/shop"),
    "no value": role(""),
    "the namespace's default account": { set: { "metadata.name": "default" } },
    "a role of an account that is not known": { configuration: { accounts: ["444455556666"] } },
  },
  good: {
    "no role": { unset: ["metadata.annotations"] },
    "a default account without a role": { props: { metadata: { name: "default" } } },
    "a role with a path": role("arn:aws:iam::111122223333:role/apps/shop"),
    "a role in China": role("arn:aws-cn:iam::111122223333:role/shop"),
    "a role of a known account": { configuration: { accounts: ["111122223333"] } },
    "nothing at all": { props: {} },
  },
  unknown: ["metadata", "metadata.annotations", "metadata.name"],
});
