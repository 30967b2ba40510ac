import { z } from "zod";
import { resourceRule } from "../../../core/rule";

/** People come in by single sign-on, machines by roles. */
export const iamNoUsers = resourceRule({
  name: "iam-no-users",
  title: "Nobody is an IAM user, except those that are listed.",
  severity: "medium",
  types: ["aws:iam/user:User", "aws:iam/userLoginProfile:UserLoginProfile"],
  parameters: z.object({
    allowed: z
      .array(z.string())
      .default(["emergency-access"])
      .describe("Names of users that there may be, e.g. for access in an emergency."),
  }),
  controls: {},
  remediationSteps:
    "Let people come in by IAM Identity Center, and machines by a role; list who must be a user in allowed.",
  docs: {
    why: "A user's password and keys stay valid after the person has left, and nobody's directory knows of them.",
    good: {
      "aws:iam/user:User": { name: "emergency-access" },
      "aws:iam/userLoginProfile:UserLoginProfile": { user: "emergency-access" },
    },
  },
  check(resource, report, { allowed }) {
    const name = resource.type === "aws:iam/user:User" ? resource.props.name : resource.props.user;
    if (name !== undefined && allowed.includes(name)) return;
    report(
      resource.type === "aws:iam/user:User"
        ? "an IAM user: use IAM Identity Center for people and roles for machines"
        : "an IAM user with a password for the console: use IAM Identity Center",
    );
  },
});
