import type { Props } from "../../../core/resource-types";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, isNonEmpty } from "../../../core/unknown";

/** Engines whose snapshots are their cluster's. */
const clusterEngines = /^(aurora|docdb|neptune)/;

/** What AWS makes from a resource has the tags of that resource. */
export const tagsPropagated = resourceRule({
  name: "tags-propagated",
  title: "Tags reach what is made from a resource: instances, volumes, snapshots, tasks.",
  severity: "low",
  types: [
    "aws:autoscaling/group:Group",
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ecs/service:Service",
  ],
  controls: { soc2: ["CC7.5"], "iso27001-2022": ["A.5.13"] },
  remediationSteps:
    "Set propagateAtLaunch of an Auto Scaling group's tags, copyTagsToSnapshot of a database, tagSpecifications of a launch template for instance and volume, and propagateTags of an ECS service.",
  docs: {
    why: "Instances and snapshots are most of the bill, and without tags nobody knows whose part of it they are.",
    component: "The launch templates of Cluster tag instances and volumes.",
    good: {
      "aws:autoscaling/group:Group": { tags: [{ key: "owner", value: "shop-team", propagateAtLaunch: true }] },
      "aws:rds/instance:Instance": { engine: "postgres", copyTagsToSnapshot: true },
      "aws:rds/cluster:Cluster": { engine: "aurora-postgresql", copyTagsToSnapshot: true },
      "aws:ec2/launchTemplate:LaunchTemplate": {
        tagSpecifications: [
          { resourceType: "instance", tags: { owner: "shop-team" } },
          { resourceType: "volume", tags: { owner: "shop-team" } },
        ],
      },
      "aws:ecs/service:Service": { propagateTags: "SERVICE" },
    },
  },
  check(resource, report) {
    switch (resource.type) {
      case "aws:autoscaling/group:Group":
        return checkGroup(resource.props, report);
      case "aws:rds/instance:Instance":
        if (clusterEngines.test(resource.props.engine ?? "")) {
          report("the snapshots are the cluster's: set copyTagsToSnapshot on an aws.rds.Cluster of this engine");
        } else checkSnapshots(resource.props, report);
        return;
      case "aws:rds/cluster:Cluster":
        return checkSnapshots(resource.props, report);
      case "aws:ec2/launchTemplate:LaunchTemplate":
        return checkTemplate(resource.props, report);
      case "aws:ecs/service:Service":
        // NONE is the default.
        if (!["SERVICE", "TASK_DEFINITION"].includes(resource.props.propagateTags ?? "")) {
          report("tasks have no tags of their own: set propagateTags to SERVICE");
        }
    }
  },
  remediate(resource) {
    switch (resource.type) {
      case "aws:autoscaling/group:Group":
        forEachKnown(resource.props.tags, (tag) => {
          tag.propagateAtLaunch = true;
        });
        return;
      case "aws:rds/instance:Instance":
      case "aws:rds/cluster:Cluster":
        resource.props.copyTagsToSnapshot = true;
        return;
      case "aws:ecs/service:Service":
        if (!["SERVICE", "TASK_DEFINITION"].includes(resource.props.propagateTags ?? "")) {
          resource.props.propagateTags = "SERVICE";
        }
    }
  },
});

type Report = (message: string) => void;

function checkGroup(group: Props<"aws:autoscaling/group:Group">, report: Report): undefined {
  if (!isNonEmpty(group, "tags")) {
    report("the group gives its instances no tags: set tags with propagateAtLaunch");
    return;
  }
  forEachKnown(group.tags, ({ propagateAtLaunch }) => {
    if (propagateAtLaunch !== true) report("a tag does not reach the instances: set propagateAtLaunch to true");
  });
}

function checkSnapshots({ copyTagsToSnapshot }: { readonly copyTagsToSnapshot?: boolean }, report: Report): undefined {
  // False is the default of instances and of clusters.
  if (copyTagsToSnapshot !== true) report("snapshots do not get the tags: set copyTagsToSnapshot to true");
}

function checkTemplate(template: Props<"aws:ec2/launchTemplate:LaunchTemplate">, report: Report): undefined {
  const tagged: unknown[] = [];
  forEachKnown(template.tagSpecifications, (specification) => {
    if (isNonEmpty(specification, "tags")) tagged.push(specification.resourceType);
  });
  // What the template's own tags say, and the provider's default ones, stays on the template.
  forEachKnown(["instance", "volume"], (type) => {
    if (!tagged.includes(type)) report(`what it launches has no tags: set tagSpecifications for ${type}`);
  });
}
