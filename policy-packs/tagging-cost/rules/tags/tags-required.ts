import { z } from "zod";
import { anyTypeRule, type Resource } from "../../../core/rule";
import { hasTag, isTaggable, tagsOf } from "../../../core/tags";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";
import { tagContract } from "./contract";

const namespaceType = "kubernetes:core/v1:Namespace";

/** Everything that can have tags says whose it is. */
export const tagsRequired = anyTypeRule({
  name: "tags-required",
  title: "Every AWS resource that can have tags has the required ones, of its own or from its provider.",
  severity: "medium",
  judges: (type) => isTaggable(type) || type === namespaceType,
  parameters: z.object({
    keys: z
      .array(z.string())
      .default([...tagContract.keys])
      .describe("Keys of the tags; where none is listed, any tag but Name will do."),
    fallbacks: z
      .record(z.string(), z.string())
      .default({})
      .describe("Values by key, for missing tags where the level is remediate."),
    namespaceLabels: z
      .array(z.string())
      .default([])
      .describe("Keys of the labels that Kubernetes namespaces must have, e.g. for the split of a cluster's cost."),
  }),
  controls: { "iso27001-2022": ["A.5.13"] },
  remediationSteps:
    "Set the tags that the message names: in tags, or for all resources in defaultTags of the provider.",
  docs: {
    why: "Nobody can say whose a resource without tags is, so nobody pays for it, answers for it or dares to delete it.",
    component: "Every component takes tags; the provider of an environment adds those of its file.",
    good: [
      {
        type: "aws:sqs/queue:Queue",
        name: "orders",
        props: {
          tags: {
            owner: "shop-team",
            "cost-center": "1000",
            "data-classification": "internal",
            environment: "dev",
            "managed-by": "pulumi",
          },
        },
      },
    ],
  },
  check(resource, report, { keys, namespaceLabels }) {
    if (resource.type === namespaceType) {
      const labels = labelsOf(resource);
      forEachKnown(namespaceLabels, (key) => {
        if (!isNonEmpty(labels, key)) report(`the label ${key} is missing: set it in metadata.labels`);
      });
      return;
    }
    if (keys.length === 0 && !tagsOf(resource).some(({ key }) => key !== "Name")) {
      report("the resource has no tag but its name: set tags");
    }
    forEachKnown(keys, (key) => {
      if (!hasTag(resource, key))
        report(`the tag ${key} is missing: set it in tags, or in defaultTags of the provider`);
    });
  },
  remediate(resource, { keys, fallbacks }) {
    const { props } = resource;
    const missing = keys.filter((key) => fallbacks[key] !== undefined && !hasTag(resource, key));
    if (resource.type === namespaceType || missing.length === 0) return;
    if (resource.type === "aws:autoscaling/group:Group") {
      const added = missing.map((key) => ({ key, value: fallbacks[key], propagateAtLaunch: true }));
      props.tags = [...((props.tags as object[] | undefined) ?? []), ...added];
      return;
    }
    props.tags ??= {};
    for (const key of missing) (props.tags as Record<string, unknown>)[key] = fallbacks[key];
  },
});

function labelsOf({ props }: Resource): Readonly<Record<string, unknown>> | undefined {
  return (props.metadata as { readonly labels?: Readonly<Record<string, unknown>> } | undefined)?.labels;
}
