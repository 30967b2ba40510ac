import type { Step } from "../../model/step";
import { isHidden, isUnknown, type Shown } from "../../model/values";
import type { Found, Judge } from "../judge";
import { moved } from "../reading";
import { changeWords } from "../words";

/** Properties that say how much there is of something, on the types that have them, with what is there where they are absent. */
interface Amount {
  readonly types: RegExp;
  readonly paths: readonly string[];
  readonly absent?: number;
  readonly isLoad?: true;
}

export const amounts: readonly Amount[] = [
  {
    types: /^aws:eks\/nodeGroup:/,
    paths: ["scalingConfig.desiredSize", "scalingConfig.minSize", "scalingConfig.maxSize"],
  },
  { types: /^aws:autoscaling\/group:/, paths: ["desiredCapacity", "minSize", "maxSize"] },
  { types: /^aws:ecs\/service:/, paths: ["desiredCount"], isLoad: true },
  { types: /^aws:appautoscaling\/target:/, paths: ["minCapacity", "maxCapacity"] },
  { types: /^aws:lambda\/function:/, paths: ["reservedConcurrentExecutions", "memorySize"] },
  {
    types: /^aws:elasticache\//,
    paths: ["numCacheClusters", "numCacheNodes", "numNodeGroups", "replicasPerNodeGroup"],
  },
  { types: /^aws:memorydb\/cluster:/, paths: ["numShards", "numReplicasPerShard"] },
  { types: /^aws:kinesis\/stream:/, paths: ["shardCount"] },
  { types: /^aws:dynamodb\/table:/, paths: ["readCapacity", "writeCapacity"] },
  { types: /^aws:msk\/cluster:/, paths: ["numberOfBrokerNodes"] },
  { types: /^aws:(opensearch|elasticsearch)\/domain:/, paths: ["clusterConfig.instanceCount"] },
  {
    types: /^aws:rds\/(instance|cluster):/,
    paths: ["iops", "serverlessv2ScalingConfiguration.minCapacity", "serverlessv2ScalingConfiguration.maxCapacity"],
  },
  {
    types: /^kubernetes:apps\/v1(beta\d)?:(Deployment|StatefulSet|ReplicaSet)$/,
    paths: ["spec.replicas"],
    absent: 1,
    isLoad: true,
  },
  {
    types: /^kubernetes:autoscaling\/v\d\w*:HorizontalPodAutoscaler$/,
    paths: ["spec.minReplicas", "spec.maxReplicas"],
    absent: 1,
  },
];

const byType = new Map<string, readonly Amount[]>();
const amountsOf = (type: string): readonly Amount[] => {
  const known = byType.get(type) ?? amounts.filter(({ types }) => types.test(type));
  byType.set(type, known);
  return known;
};

/** What there is less of. */
export const lessOf: Judge = (step) => {
  if (step.op !== "update" && step.op !== "replace") return [];
  return amountsOf(step.type).flatMap(({ paths, absent, isLoad }) =>
    paths.flatMap((path) => lowered(step, path, absent, isLoad ?? /desired/.test(path)) ?? []),
  );
};

function lowered(step: Step, path: string, absent: number | undefined, isLoad: boolean): Found | undefined {
  const change = moved(step, path);
  if (change === undefined || isHidden(change.before)) return undefined;
  const [before, after] = [change.before ?? absent, change.after ?? absent];
  const details = [changeWords({ path, before: before ?? null, after: after ?? null })];
  if (isUnknown(after)) {
    const summary = `how much there will be of ${step.name} is not judged: it is known only when it is made`;
    return { id: "capacity-lowered", summary, details, properties: [path] };
  }
  if (before === undefined || after === undefined || !(Number(after) < Number(before))) return undefined;
  if (Number(after) === 0 && isLoad)
    return { id: "stopped", summary: `${step.name} is scaled to nothing`, details, properties: [path] };
  return { id: "capacity-lowered", summary: `there is less of ${step.name}`, details, properties: [path] };
}

/** A count or a share, as a number that can be compared with one of its kind. */
const amountOf = (value: Shown | undefined): number | undefined => {
  const [, number, share] = /^(\d+)(%?)$/.exec(String(value ?? "")) ?? [];
  return number === undefined ? undefined : Number(number) + (share === "%" ? 1e6 : 0);
};

/** Where more may be away at once when a number is higher, or lower. */
const budgets: readonly { readonly types: RegExp; readonly path: string; readonly worse: "higher" | "lower" }[] = [
  { types: /^aws:eks\/nodeGroup:/, path: "updateConfig.maxUnavailable", worse: "higher" },
  { types: /^aws:eks\/nodeGroup:/, path: "updateConfig.maxUnavailablePercentage", worse: "higher" },
  { types: /^kubernetes:apps\/v1:Deployment$/, path: "spec.strategy.rollingUpdate.maxUnavailable", worse: "higher" },
  {
    types: /^kubernetes:apps\/v1:DaemonSet$/,
    path: "spec.updateStrategy.rollingUpdate.maxUnavailable",
    worse: "higher",
  },
  { types: /^kubernetes:policy\/v1(beta1)?:PodDisruptionBudget$/, path: "spec.maxUnavailable", worse: "higher" },
  { types: /^kubernetes:policy\/v1(beta1)?:PodDisruptionBudget$/, path: "spec.minAvailable", worse: "lower" },
  { types: /^aws:ecs\/service:/, path: "deploymentMinimumHealthyPercent", worse: "lower" },
];

/** What may be away at once. */
export const budget: Judge = (step) => {
  if (step.op === "delete" && /^kubernetes:policy\/v1(beta1)?:PodDisruptionBudget$/.test(step.type)) {
    return [
      { id: "disruption-raised", summary: `${step.name} is deleted: a drain of nodes may take all its pods at once` },
    ];
  }
  if (step.op !== "update") return [];
  return budgets.flatMap((one) => (one.types.test(step.type) ? (raised(step, one) ?? []) : []));
};

function raised(step: Step, { path, worse }: (typeof budgets)[number]): Found | undefined {
  const change = moved(step, path);
  if (change === undefined) return undefined;
  const [before, after] = [amountOf(change.before), amountOf(change.after)];
  const known = before !== undefined && after !== undefined;
  if (known && (worse === "higher" ? after <= before : after >= before)) return undefined;
  // A limit that is set first, or goes, is another one than before, and which is stricter depends on the size.
  return {
    id: "disruption-raised",
    summary: `more of ${step.name} may be down at once`,
    details: [changeWords(change)],
    properties: [path],
  };
}
