import { iamNoManagedAdmin } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-managed-admin";
import { testRule } from "../../../support/rule";

const admin = "arn:aws:iam::aws:policy/AdministratorAccess";

testRule(iamNoManagedAdmin, {
  bad: {
    "an administrator's role": { set: { policyArn: admin } },
    "an administrator's user": {
      of: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
      set: { policyArn: "arn:aws:iam::aws:policy/IAMFullAccess" },
    },
    "an administrator's group": {
      of: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
      set: { policyArn: "arn:aws:iam::aws:policy/PowerUserAccess" },
    },
    "another partition": {
      of: "aws:iam/policyAttachment:PolicyAttachment",
      set: { policyArn: "arn:aws-us-gov:iam::aws:policy/AdministratorAccess" },
    },
    "one of a role's own list": { of: "aws:iam/role:Role", set: { "managedPolicyArns.1": admin } },
    "a permission set": {
      of: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
      set: { managedPolicyArn: admin },
    },
    "a policy that the platform team lists": {
      set: { policyArn: "arn:aws:iam::aws:policy/job-function/SystemAdministrator" },
      configuration: { policies: ["SystemAdministrator"] },
    },
  },
  good: {
    "a resource that is listed": { set: { policyArn: admin }, configuration: { allowed: ["example"] } },
    "a policy of that name that is the account's own": {
      set: { policyArn: "arn:aws:iam::111122223333:policy/AdministratorAccess" },
    },
    "a narrower policy whose name begins alike": {
      set: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess-Amplify" },
    },
    "no policy": { unset: ["policyArn"] },
  },
  unknown: ["policyArn"],
});
