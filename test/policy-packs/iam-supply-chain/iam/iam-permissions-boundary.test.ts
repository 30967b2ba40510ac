import { expect, it } from "vitest";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { iamPermissionsBoundary } from "../../../../policy-packs/iam-supply-chain/rules/iam/iam-permissions-boundary";
import { testRule } from "../../../support/rule";

const user = "aws:iam/user:User";
const boundary = "arn:aws:iam::111122223333:policy/workload-boundary";
const configuration = { boundary };

testRule(iamPermissionsBoundary, {
  bad: {
    "a role without a boundary": { props: {}, configuration },
    "a user without a boundary": { of: user, props: {}, configuration },
    "an empty boundary": { set: { permissionsBoundary: "" }, configuration },
    "another boundary": {
      set: { permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" },
      configuration,
    },
    "a role in a stack that it is asked of": { props: {}, configuration: { boundary, stacks: ["te*"] } },
  },
  good: {
    "the boundary that is asked for": { configuration },
    "a role where none is asked for": { props: {} },
    "a role that needs none": { props: {}, configuration: { boundary, exempt: ["example"] } },
    "a role in another stack": { props: {}, configuration: { boundary, stacks: ["prod-*"] } },
  },
});

it("takes an ARN only", () => {
  expect(() => parametersOf(iamPermissionsBoundary, { boundary: "workload-boundary" })).toThrow("boundary");
});
