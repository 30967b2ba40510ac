import { resourceRule } from "../../../core/rule";

/** What a tag named once, it names for good. */
export const ecrImmutableTags = resourceRule({
  name: "ecr-immutable-tags",
  title: "The tags of an ECR repository are immutable.",
  severity: "medium",
  types: ["aws:ecr/repository:Repository"],
  controls: {},
  remediationSteps: "Set imageTagMutability to IMMUTABLE.",
  docs: {
    why: "Whoever may push can put another image under a tag that is already deployed, and the next restart runs it.",
    good: { "aws:ecr/repository:Repository": { imageTagMutability: "IMMUTABLE" } },
  },
  check({ props: repository }, report) {
    // The default is MUTABLE (docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html). With
    // exclusions, some tags stay mutable.
    if (repository.imageTagMutability !== "IMMUTABLE") report("tags are mutable: set imageTagMutability to IMMUTABLE");
  },
  remediate({ props: repository }) {
    if (repository.imageTagMutability === "IMMUTABLE") return;
    repository.imageTagMutability = "IMMUTABLE";
    // AWS takes them with ..._WITH_EXCLUSION only.
    delete repository.imageTagMutabilityExclusionFilters;
  },
});
