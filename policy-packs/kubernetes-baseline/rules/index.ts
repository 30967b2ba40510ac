import type { Rule } from "../../core/rule";
import { identityRules } from "./identity";
import { karpenterRules } from "./karpenter";
import { metadataRules } from "./metadata";
import { networkRules } from "./network";
import { podSecurityRules } from "./pod-security";
import { rbacRules } from "./rbac";
import { rolloutRules } from "./rollout";
import { secretsRules } from "./secrets";
import { storageRules } from "./storage";
import { workloadRules } from "./workloads";

/** The rules of this pack, by subject. */
export const rules: readonly Rule[] = [
  ...podSecurityRules,
  ...workloadRules,
  ...rbacRules,
  ...networkRules,
  ...metadataRules,
  ...identityRules,
  ...karpenterRules,
  ...rolloutRules,
  ...secretsRules,
  ...storageRules,
];
