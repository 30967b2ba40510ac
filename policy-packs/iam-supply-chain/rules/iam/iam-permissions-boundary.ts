import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";
import { isNonEmpty } from "../../../core/unknown";

const boundary = "arn:aws:iam::111122223333:policy/workload-boundary";

/** However much a role is given, it never may more than the boundary says. */
export const iamPermissionsBoundary = resourceRule({
  name: "iam-permissions-boundary",
  title: "Roles and users have the permissions boundary of the platform team.",
  severity: "medium",
  types: ["aws:iam/role:Role", "aws:iam/user:User"],
  parameters: z.object({
    boundary: z
      .string()
      .startsWith("arn:")
      .optional()
      .describe("ARN of the policy that has to be the boundary; until a platform team names one, nothing is asked"),
    exempt: z.array(z.string()).default([]).describe("Names of resources that need none"),
    stacks,
  }),
  controls: {},
  remediationSteps: "Set permissionsBoundary to the ARN of the policy that the platform team provides.",
  docs: {
    why: "Whoever may make roles makes one that may everything; within a boundary nobody gives away more than they have.",
    good: {
      "aws:iam/role:Role": { permissionsBoundary: boundary },
      "aws:iam/user:User": { permissionsBoundary: boundary },
    },
  },
  check({ name, urn, props: identity }, report, { boundary: wanted, exempt, stacks: asked }) {
    if (wanted === undefined || exempt.includes(name) || !isInStack(urn, asked)) return;
    if (!isNonEmpty(identity, "permissionsBoundary")) {
      report("nothing limits what can be given to it: set permissionsBoundary");
    } else if (identity.permissionsBoundary !== wanted) {
      report("the boundary is not the platform team's: set permissionsBoundary to its ARN");
    }
  },
  remediate({ name, urn, props: identity }, { boundary: wanted, exempt, stacks: asked }) {
    if (wanted === undefined || exempt.includes(name) || !isInStack(urn, asked)) return;
    if (!isNonEmpty(identity, "permissionsBoundary") || identity.permissionsBoundary !== wanted) {
      identity.permissionsBoundary = wanted;
    }
  },
});
