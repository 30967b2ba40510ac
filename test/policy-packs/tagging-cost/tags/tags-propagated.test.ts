import { tagsPropagated } from "../../../../policy-packs/tagging-cost/rules/tags/tags-propagated";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const [group, instance, cluster, template, service] = [
  "aws:autoscaling/group:Group",
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ecs/service:Service",
];

testRule(tagsPropagated, {
  bad: {
    "a group without tags": { of: group, unset: ["tags"] },
    "a group with an empty list": { of: group, set: { tags: [] } },
    "a tag that stays on the group": { of: group, set: { "tags.0.propagateAtLaunch": false } },
    "a tag that says nothing": { of: group, unset: ["tags.0.propagateAtLaunch"] },
    "one tag of two": { of: group, set: { "tags.1": { key: "team", value: "shop" } } },
    "one tag of two, beside an unknown one": { of: group, set: { tags: [unknown, { key: "team", value: "shop" }] } },
    "an instance's snapshots by default": { of: instance, unset: ["copyTagsToSnapshot"] },
    "an instance's snapshots": { of: instance, set: { copyTagsToSnapshot: false } },
    "an instance of a cluster's engine": { of: instance, set: { engine: "neptune" } },
    "a cluster's snapshots by default": { of: cluster, unset: ["copyTagsToSnapshot"] },
    "a cluster's snapshots": { of: cluster, set: { copyTagsToSnapshot: false } },
    "a template without specifications": { of: template, unset: ["tagSpecifications"] },
    "a template for instances only": {
      of: template,
      set: { tagSpecifications: [{ resourceType: "instance", tags: { a: "b" } }] },
    },
    "a template without tags for volumes": { of: template, unset: ["tagSpecifications.1.tags"] },
    "a template with tags of its own": { of: template, unset: ["tagSpecifications"], set: { tags: { owner: "shop" } } },
    "a service by default": { of: service, unset: ["propagateTags"] },
    "a service that does not": { of: service, set: { propagateTags: "NONE" } },
  },
  good: {
    "a service with its task definition's": { of: service, set: { propagateTags: "TASK_DEFINITION" } },
    "a template's tags that are not known yet": { of: template, set: { "tagSpecifications.0.tags": unknown } },
  },
  unknown: ["tags"],
  notRemediated: [
    "a group without tags",
    "a group with an empty list",
    "one tag of two, beside an unknown one",
    "an instance of a cluster's engine",
    "a template without specifications",
    "a template for instances only",
    "a template without tags for volumes",
    "a template with tags of its own",
  ],
});
