import { stackRule } from "../../../core/rule";
import { refersTo, someKnown } from "../../../core/unknown";

const repositoryType = "aws:ecr/repository:Repository";
const policyType = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

/** Images do not pile up. */
export const costEcrLifecycle = stackRule({
  name: "cost-ecr-lifecycle",
  title: "Every ECR repository has a lifecycle policy.",
  severity: "low",
  types: [repositoryType],
  controls: { "pci-4.0": ["10.5.1", "3.2.1", "3.3.1", "3.3.2", "3.3.3"] },
  remediationSteps: "Add an aws.ecr.LifecyclePolicy for the repository that expires images without a tag and old ones.",
  docs: {
    why: "Every build adds an image, and none goes by itself; each is paid for by the gigabyte and month.",
    good: [
      { type: repositoryType, name: "shop", props: {} },
      {
        type: policyType,
        name: "clean-up",
        props: {
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
        dependsOn: { repository: ["shop"] },
      },
    ],
  },
  check(repository, report, stack) {
    if (!someKnown(stack.ofType(policyType), (policy) => refersTo(policy, "repository", repository))) {
      report("images stay for ever: add an aws.ecr.LifecyclePolicy for the repository");
    }
  },
});
