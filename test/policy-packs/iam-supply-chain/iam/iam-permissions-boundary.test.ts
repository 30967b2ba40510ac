import { expect, it } from "vitest";
import { levelOf } from "../../../../policy-packs/core/rule";
import { iamPermissionsBoundary } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-permissions-boundary";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const user = "aws:iam/user:User";
const boundary = "arn:aws:iam::111122223333:policy/workload-boundary";

testRule(iamPermissionsBoundary, {
  bad: {
    "a role without a boundary": { props: {} },
    "a user without a boundary": { of: user, props: {} },
    "an empty boundary": { set: { permissionsBoundary: "" } },
    "another boundary": {
      set: { permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" },
      configuration: { boundary },
    },
    "none where one is asked for": { of: user, props: {}, configuration: { boundary } },
  },
  // Which one is meant, nobody has said.
  notRemediated: ["a role without a boundary", "a user without a boundary", "an empty boundary"],
  good: {
    "the boundary that is asked for": { configuration: { boundary } },
    "a boundary that is not known yet, where any will do": { set: { permissionsBoundary: unknown } },
    "a role that needs none": { props: {}, configuration: { exempt: ["example"] } },
    "a role in another stack": { props: {}, configuration: { stacks: ["prod-*"] } },
  },
});

it("advises until a team says which boundary is meant", () => {
  expect(levelOf(iamPermissionsBoundary)).toBe("advisory");
});
