import {
  anything,
  covers,
  documentOf,
  forEachAllow,
  grants,
  policiesWith,
  policyTypes,
} from "../../../core/identity-policy";
import { resourceRule } from "../../../core/rule";

const readBucket = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::example-bucket/*" };

/** No policy of our own makes an administrator. */
export const iamNoAdminPolicy = resourceRule({
  name: "iam-no-admin-policy",
  title: "No policy allows every action, or every action of IAM, on every resource.",
  severity: "critical",
  types: [...policyTypes, "aws:iam/role:Role", "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy"],
  controls: {
    "cis-aws-3.0": ["1.16"],
    "cis-aws-5.0": ["1.15"],
    "cis-aws-7.0": ["2.14"],
    soc2: ["CC1.3", "CC6.3"],
    "nist-800-53-r5": [
      "AC-2(1)",
      "AC-2(6)",
      "AC-2",
      "AC-3",
      "AC-3(3)",
      "AC-3(4)",
      "AC-3(7)",
      "AC-3(8)",
      "AC-3(12)",
      "AC-3(13)",
      "AC-3(15)",
      "AC-4(28)",
      "AC-5",
      "AC-6",
      "AC-6(2)",
      "AC-6(3)",
      "AC-6(10)",
      "AC-24",
      "CM-5(1)",
      "CM-6",
      "CM-9",
      "MP-2",
      "SC-23(3)",
      "SC-25",
    ],
    "iso27001-2022": ["A.5.18", "A.8.2"],
  },
  remediationSteps: "Name the actions that are needed, and the ARNs of the resources that they are needed on.",
  docs: {
    why: "Whoever gets hold of such an identity owns the account, and whoever may use IAM as they like gives themselves the rest.",
    component: "Cluster and Network make their roles with the actions and resources that AWS documents.",
    good: {
      ...policiesWith(readBucket),
      "aws:iam/role:Role": { inlinePolicies: [{ name: "read", policy: documentOf(readBucket) }] },
      "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": { inlinePolicy: documentOf(readBucket) },
    },
  },
  check({ props }, report) {
    forEachAllow(props, (statement, where) => {
      if (!covers(statement)) return;
      if (grants(statement, `${anything}:${anything}`)) {
        report(`${where} allows every action on every resource: name actions and resources`);
      } else if (grants(statement, `iam:${anything}`)) {
        report(`${where} allows every action of IAM on every resource: name actions and resources`);
      }
    });
  },
});
