import { noAdministrators } from "../../../core/controls";
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
  controls: noAdministrators,
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
