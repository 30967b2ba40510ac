import { isRecord, parseJson } from "../../../core/json";
import { resourceRule } from "../../../core/rule";

/** Images that nobody can pull by name go. */
export const costEcrUntaggedImages = resourceRule({
  name: "cost-ecr-untagged-images",
  title: "A lifecycle policy of ECR expires images without a tag.",
  severity: "low",
  types: ["aws:ecr/lifecyclePolicy:LifecyclePolicy"],
  controls: {},
  remediationSteps: "Add a rule with tagStatus untagged, or any, and the action expire.",
  docs: {
    why: "A tag that moves to a new image leaves the old one without a name; what only tagged images expire keeps it for ever.",
    good: {
      "aws:ecr/lifecyclePolicy:LifecyclePolicy": {
        policy: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 },
              action: { type: "expire" },
            },
          ],
        }),
      },
    },
  },
  check({ props: { policy } }, report) {
    if (!rulesIn(policy).some(expiresUntagged)) {
      report("images without a tag stay for ever: add a rule to policy with tagStatus untagged and the action expire");
    }
  },
});

function rulesIn(policy: unknown): unknown[] {
  const document = typeof policy === "string" ? parseJson(policy) : policy;
  return isRecord(document) && Array.isArray(document.rules) ? document.rules : [];
}

function expiresUntagged(rule: unknown): boolean {
  if (!isRecord(rule) || !isRecord(rule.selection) || !isRecord(rule.action)) return false;
  return rule.action.type === "expire" && ["untagged", "any"].includes(String(rule.selection.tagStatus));
}
