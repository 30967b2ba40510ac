import { text } from "../../values";
import { iamId } from "../ids";
import type { Made, Model } from "../model";
import { iamPolicyArnReference, permissionsBoundaryReference } from "./references";
import { roleRefusals, roleType } from "./role-refusals";
import { seenPolicies } from "./seen-policies";

export const role: Model = {
  type: roleType,
  schema: "internal/service/iam/role.go",
  global: true,
  tagged: true,
  autoName: { property: "name", maxLength: 64 },
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  immutable: ["name", "namePrefix", "path"],
  sets: ["inlinePolicies", "managedPolicyArns"],
  documents: ["assumeRolePolicy", "inlinePolicies.policy"],
  seen: seenPolicies,
  references: { managedPolicyArns: iamPolicyArnReference, permissionsBoundary: permissionsBoundaryReference },
  refusals: roleRefusals,
  id: ({ inputs }) => text(inputs, "name") ?? "",
  computed: {
    arn: ({ scope, id: name, inputs }) => scope.arn("iam", `role${text(inputs, "path") ?? "/"}${name}`),
    createDate: () => new Date().toISOString(),
    inlinePolicies: () => undefined,
    managedPolicyArns: () => [],
    uniqueId: ({ digits }) => iamId("AROA", digits),
  },
  deleted: (made) => {
    release(made);
    return undefined;
  },
};

/** What the provider does before it deletes a role: takes it out of instance profiles, and its policies off it. */
function release({ scope, id }: Made): void {
  for (const profile of scope.having("aws:iam/instanceProfile:InstanceProfile", "role", id)) {
    const { role: _role, ...outputs } = profile.outputs;
    scope.put({ ...profile, outputs });
  }
  const holders = ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/rolePolicy:RolePolicy"];
  for (const held of holders.flatMap((type) => scope.having(type, "role", id))) scope.remove(held);
}
