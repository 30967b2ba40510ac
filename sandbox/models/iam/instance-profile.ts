import { iamQuotas } from "../../quotas/iam";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import { iamId } from "../ids";
import type { Model } from "../model";
import { iamName, iamNameTaken, iamPath } from "./names";
import { iamRoleReference } from "./references";

const type = "aws:iam/instanceProfile:InstanceProfile";
const createInstanceProfile = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html";

export const instanceProfile: Model = {
  type,
  schema: "internal/service/iam/instance_profile.go",
  global: true,
  tagged: true,
  autoName: { property: "name", maxLength: 128 },
  defaults: { path: "/" },
  immutable: ["name", "namePrefix", "path"],
  references: { role: iamRoleReference },
  refusals: [
    iamNameTaken(type, createInstanceProfile, (name) => `Instance Profile ${name} already exists.`),
    iamName("instanceProfileName", 128, createInstanceProfile),
    iamPath(createInstanceProfile),
    countQuota(
      iamQuotas.instanceProfiles,
      { code: "LimitExceeded", message: (limit) => `Cannot exceed quota for InstanceProfilesPerAccount: ${limit}` },
      ({ scope }) => scope.list(type).length,
    ),
  ],
  id: ({ inputs }) => text(inputs, "name") ?? "",
  computed: {
    arn: ({ scope, id: name, inputs }) => scope.arn("iam", `instance-profile${text(inputs, "path") ?? "/"}${name}`),
    createDate: () => new Date().toISOString(),
    uniqueId: ({ digits }) => iamId("AIPA", digits),
  },
};
