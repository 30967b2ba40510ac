import { documentOf } from "../../../../policy-packs/core/identity-policy";
import { iamNoWildcardResourceWrites } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-no-wildcard-resource-writes";
import { testRule } from "../../../support/rule";

const allow = (statement: object) => documentOf({ Effect: "Allow", Action: "*", Resource: "*", ...statement });

testRule(iamNoWildcardResourceWrites, {
  bad: {
    "a write": { set: { policy: allow({ Action: "s3:PutObject" }) } },
    "a write in small letters": {
      of: "aws:iam/rolePolicy:RolePolicy",
      set: { policy: allow({ Action: ["dynamodb:putitem"] }) },
    },
    "a wildcard of writes": { of: "aws:iam/userPolicy:UserPolicy", set: { policy: allow({ Action: "s3:Put*" }) } },
    "a wildcard of reads that could be scoped": {
      of: "aws:iam/groupPolicy:GroupPolicy",
      set: { policy: allow({ Action: ["ec2:Describe*"] }) },
    },
    everything: { set: { policy: allow({}) } },
    "a permission set's policy": {
      of: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      set: { inlinePolicy: allow({ Action: "ec2:TerminateInstances" }) },
    },
  },
  good: {
    "a write that takes no resource": { set: { policy: allow({ Action: "ec2:ModifyEbsDefaultKmsKeyId" }) } },
    "a service that takes no resources": { set: { policy: allow({ Action: "ec2messages:*" }) } },
    "a read": { set: { policy: allow({ Action: ["ec2:DescribeInstances", "s3:ListAllMyBuckets"] }) } },
    "resources by their tags": {
      set: {
        policy: allow({
          Action: "ec2:TerminateInstances",
          Condition: { StringEquals: { "aws:ResourceTag/team": "app" } },
        }),
      },
    },
    "what is denied": { set: { policy: allow({ Effect: "Deny" }) } },
    "a text that is no policy, which the provider refuses": { set: { policy: "{,}" } },
  },
  unknown: ["policy"],
});
