import type { Rule } from "../../core/rule";
import { metadataRules } from "./metadata";
import { networkRules } from "./network";
import { podSecurityRules } from "./pod-security";
import { rbacRules } from "./rbac";
import { workloadRules } from "./workloads";

/** The rules of this pack, by subject. */
export const rules: readonly Rule[] = [
  ...podSecurityRules,
  ...workloadRules,
  ...rbacRules,
  ...networkRules,
  ...metadataRules,
];
