import type { Step } from "../../model/step";
import { isHidden, type Shown } from "../../model/values";
import { type Moved, propertyOf } from "../reading";

/** Databases, caches and brokers that take a change at once or in their maintenance window. */
export const databases =
  /^aws:(rds\/(instance|cluster|clusterInstance)|docdb\/(cluster|clusterInstance)|neptune\/(cluster|clusterInstance)|elasticache\/(cluster|replicationGroup)|memorydb\/cluster|mq\/broker|redshift\/cluster|msk\/cluster|opensearch\/domain|elasticsearch\/domain):/;

/** What the pages say needs a restart, a failover or new nodes. */
export const restarting = [
  ...[
    "instanceClass",
    "nodeType",
    "dbClusterInstanceClass",
    "hostInstanceType",
    "clusterConfig",
    "brokerNodeGroupInfo",
  ],
  ...["parameterGroupName", "dbClusterParameterGroupName", "optionGroupName", "configuration"],
  ...["caCertIdentifier", "storageType", "port", "kafkaVersion", "configurationInfo", "clusterParameterGroupName"],
  ...["neptuneParameterGroupName", "neptuneClusterParameterGroupName"],
];

const versionOf = (value: Shown | undefined): readonly number[] =>
  (/\d+(\.\d+)*/.exec(typeof value === "string" ? value : "")?.[0] ?? "").split(".").map(Number);

/**
 * Whether a version is another major one: MySQL and MariaDB count two numbers, others one
 * (docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html).
 */
export function isMajor({ before, after }: Moved, { new: next }: Step): boolean {
  // What is not known may be anything.
  if (isHidden(after)) return true;
  const numbers = /mysql|mariadb/.test(String(propertyOf(next, "engine") ?? "")) ? 2 : 1;
  const [was, is] = [before, after].map((version) => versionOf(version).slice(0, numbers).join("."));
  return was !== is;
}

/** When a database takes a change. */
export function atOnce(_change: Moved, { new: next }: Step): readonly string[] {
  const immediately = propertyOf(next, "applyImmediately");
  return [
    immediately === true
      ? "at once: applyImmediately is on"
      : "in the next maintenance window, or after a restart by hand, where the service has these",
  ];
}

/** Minor versions that have to be taken one by one. */
export function upgradeSteps({ before, after }: Moved): readonly string[] {
  const [was, is] = [versionOf(before)[1] ?? Number.NaN, versionOf(after)[1] ?? Number.NaN];
  if (!(is > was)) return ["not judged: versions that are no higher or not known"];
  if (is - was === 1) return ["the control plane cannot go back"];
  const steps = Array.from({ length: is - was + 1 }, (_, index) => `1.${was + index}`);
  return ["the control plane cannot go back", `EKS refuses to skip a version: ${steps.join(" → ")}, each by itself`];
}
