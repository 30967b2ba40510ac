import { z } from "zod";
import { forEachInstanceType, parseInstanceType } from "../../../core/instance-type";
import { resourceRule } from "../../../core/rule";
import { forEachKnown, isSet } from "../../../core/unknown";

/** Families on x86 processors, with those on AWS's own that do the same. */
const counterparts: Readonly<Record<string, string>> = {
  m5: "m7g",
  m6i: "m7g",
  m7i: "m7g",
  r5: "r7g",
  r6i: "r7g",
  r7i: "r7g",
  t2: "t4g",
  t3: "t4g",
};

/** Managed services run on the cheaper processor, of which nobody notices anything but the bill. */
export const costGraviton = resourceRule({
  name: "cost-graviton",
  title: "Databases, caches and functions run on Graviton where they can.",
  severity: "low",
  types: [
    "aws:rds/instance:Instance",
    "aws:rds/clusterInstance:ClusterInstance",
    "aws:elasticache/cluster:Cluster",
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:lambda/function:Function",
  ],
  parameters: z.object({
    functions: z.boolean().default(true).describe("Whether functions are judged, which must be built for arm64."),
  }),
  controls: {},
  remediationSteps:
    "Change the class or node type to the family that the message names, or architectures of a function to arm64.",
  docs: {
    why: "An instance of the same size costs about a fifth less with Graviton, and a managed database or cache needs no new build for it.",
    good: {
      "aws:rds/instance:Instance": { engine: "postgres", instanceClass: "db.t4g.medium" },
      "aws:rds/clusterInstance:ClusterInstance": { engine: "aurora-postgresql", instanceClass: "db.r7g.large" },
      "aws:elasticache/cluster:Cluster": { nodeType: "cache.t4g.small" },
      "aws:elasticache/replicationGroup:ReplicationGroup": { nodeType: "cache.r7g.large" },
      "aws:lambda/function:Function": { runtime: "nodejs22.x", architectures: ["arm64"] },
    },
  },
  check(resource, report, { functions }) {
    if (resource.type === "aws:lambda/function:Function") {
      const { props } = resource;
      // An image is built for one processor or the other, and x86_64 is the default.
      if (!functions || isSet(props, "imageUri") || props.packageType === "Image") return;
      if (!props.architectures?.length) report("the function runs on x86: set architectures to arm64");
      else
        forEachKnown(props.architectures, (one) => {
          if (one === "x86_64") report("the function runs on x86: set architectures to arm64");
        });
      return;
    }
    // Oracle and SQL Server run on x86 only: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
    if (
      resource.type === "aws:rds/instance:Instance" &&
      /^(oracle|sqlserver|custom|db2)/.test(resource.props.engine ?? "")
    )
      return;
    forEachInstanceType(resource, (text, property) => {
      const { family } = parseInstanceType(text) ?? {};
      if (family === undefined || !Object.hasOwn(counterparts, family)) return;
      report(`${property} is on x86: use ${counterparts[family]}, which costs less for the same`);
    });
  },
});
