import { z } from "zod";
import { noAdministrators } from "../../../core/controls";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

const readOnly = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

/** AWS's policies for administrators are attached to nothing but what is listed. */
export const iamNoManagedAdmin = resourceRule({
  name: "iam-no-managed-admin",
  title: "No managed policy for administrators is attached, except by resources that are listed.",
  severity: "critical",
  types: [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/role:Role",
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
  ],
  parameters: z.object({
    policies: z
      .array(z.string())
      .default(["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"])
      .describe("Names of policies that AWS manages."),
    allowed: z.array(z.string()).default([]).describe("Names of the resources that may attach them all the same."),
  }),
  controls: {
    ...noAdministrators,
    "pci-4.0": ["7.2.1", "7.2.2", "7.2.5", "7.3.1", "7.3.2", "7.3.3", "8.2.7", "8.2.8", "8.3.4"],
  },
  remediationSteps:
    "Attach a policy that names what is needed; list the resource in the parameter allowed where an administrator is meant.",
  docs: {
    why: "Whoever gets hold of such an identity owns the account.",
    component: "Cluster attaches the policies that AWS documents for its roles, and no other.",
    good: {
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { role: "app", policyArn: readOnly },
      "aws:iam/userPolicyAttachment:UserPolicyAttachment": { user: "app", policyArn: readOnly },
      "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": { group: "app", policyArn: readOnly },
      "aws:iam/policyAttachment:PolicyAttachment": { roles: ["app"], policyArn: readOnly },
      "aws:iam/role:Role": { managedPolicyArns: [readOnly] },
      "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": { managedPolicyArn: readOnly },
    },
  },
  check({ name, props }, report, { policies, allowed }) {
    if (allowed.includes(name)) return;
    const look = (arn: string | undefined, property: string) => {
      const policy = arn === undefined ? undefined : /^arn:aws[^:]*:iam::aws:policy\/(?:.+\/)?([^/]+)$/.exec(arn)?.[1];
      if (policy !== undefined && policies.includes(policy)) {
        report(`${property} is a policy for administrators: attach one that names what is needed`);
      }
    };
    forEachKnown(["policyArn", "managedPolicyArn", "managedPolicyArns"] as const, (property) => {
      if (property === "policyArn" && "policyArn" in props) look(props.policyArn, property);
      if (property === "managedPolicyArn" && "managedPolicyArn" in props) look(props.managedPolicyArn, property);
      if (property === "managedPolicyArns" && "managedPolicyArns" in props) {
        forEachKnown(props.managedPolicyArns, (arn) => look(arn, property));
      }
    });
  },
});
