import type * as kubernetes from "@pulumi/kubernetes";
import { matchesImage } from "./image";
import type { DeepPartial, Props, Writable } from "./resource-types";
import { forEachKnown } from "./unknown";

/** The kinds that make pods. */
export const workloadTypes = [
  "kubernetes:core/v1:Pod",
  "kubernetes:core/v1:ReplicationController",
  "kubernetes:apps/v1:Deployment",
  "kubernetes:apps/v1:StatefulSet",
  "kubernetes:apps/v1:DaemonSet",
  "kubernetes:apps/v1:ReplicaSet",
  "kubernetes:batch/v1:Job",
  "kubernetes:batch/v1:CronJob",
] as const;

/** Those whose pods are there to stay. */
export const serviceTypes = workloadTypes.filter((type) => !type.startsWith("kubernetes:batch/"));

export type WorkloadType = (typeof workloadTypes)[number];

export type PodSpec = DeepPartial<kubernetes.types.output.core.v1.PodSpec>;
export type Container = DeepPartial<kubernetes.types.output.core.v1.Container>;
export type PodTemplate = { readonly metadata?: ObjectMeta; readonly spec?: PodSpec };
export type ObjectMeta = DeepPartial<kubernetes.types.output.meta.v1.ObjectMeta>;

/** A workload as rules see it. */
export interface Workload {
  readonly type: string;
  readonly props: object;
}

/** What a workload's pods are made from; undefined where it says nothing of them. */
export function podTemplateOf({ type, props }: Workload): PodTemplate | undefined {
  // The token says which kind it is, and so what its properties are.
  if (type === "kubernetes:core/v1:Pod") return props as PodTemplate;
  if (type === "kubernetes:batch/v1:CronJob") {
    return (props as Props<"kubernetes:batch/v1:CronJob">).spec?.jobTemplate?.spec?.template as PodTemplate | undefined;
  }
  return (props as Props<"kubernetes:apps/v1:Deployment">).spec?.template as PodTemplate | undefined;
}

/** The spec of a workload's pods. */
export const podSpecOf = (workload: Workload): PodSpec | undefined => podTemplateOf(workload)?.spec;

/** Whether the pods end by themselves, as those of jobs do. */
export const runsToCompletion = ({ restartPolicy }: PodSpec): boolean =>
  restartPolicy === "Never" || restartPolicy === "OnFailure";

/** Kinds of containers of a pod, in the order in which they start. */
const containerLists = ["initContainers", "containers", "ephemeralContainers"] as const;

/** Visits every container of a workload's pods, of all three kinds; `where` names it, e.g. `container app`. */
export function forEachContainer(workload: Workload, visit: (container: Container, where: string) => void): void {
  const spec = podSpecOf(workload);
  forEachKnown(containerLists, (list) =>
    // Of an ephemeral container everything that rules look at is as of any other.
    forEachKnown(spec?.[list] as readonly Container[] | undefined, (container) => visit(container, nameOf(container))),
  );
}

/** Visits every container, of all three kinds, but those with an exempt image: see `matchesImage` for the form. */
export function forEachJudgedContainer(
  workload: Workload,
  exemptImages: readonly string[],
  visit: (container: Container, where: string) => void,
): void {
  forEachContainer(workload, (container, where) => {
    if (!isExempt(container, exemptImages)) visit(container, where);
  });
}

/** Visits the same containers to mend them. */
export function forEachWritableContainer(
  spec: Writable<PodSpec>,
  exemptImages: readonly string[],
  visit: (container: Writable<Container>) => void,
): void {
  forEachKnown(containerLists, (list) =>
    forEachKnown(spec[list] as Writable<Container>[] | undefined, (container) => {
      if (!isExempt(container, exemptImages)) visit(container);
    }),
  );
}

/** Reads the image, which may be unknown, only where it matters. */
const isExempt = (container: Container, patterns: readonly string[]): boolean =>
  patterns.length > 0 && matchesImage(container.image ?? "", patterns);

/** Visits the containers that can ask for resources, all but ephemeral ones, but those with an exempt image. */
export function forEachScheduledContainer(
  workload: Workload,
  exemptImages: readonly string[],
  visit: (container: Container, where: string) => void,
): void {
  const spec = podSpecOf(workload);
  forEachKnown(["initContainers", "containers"] as const, (list) =>
    forEachKnown(spec?.[list], (container) => {
      if (!isExempt(container, exemptImages)) visit(container, nameOf(container));
    }),
  );
}

/** Visits the containers that run for as long as the pod does. */
export function forEachMainContainer(workload: Workload, visit: (container: Container, where: string) => void): void {
  forEachKnown(podSpecOf(workload)?.containers, (container) => visit(container, nameOf(container)));
}

/** A name is no secret, but may be unknown. */
function nameOf(container: Container): string {
  const name: unknown = Object.getOwnPropertyDescriptor(container, "name")?.value;
  return typeof name === "string" && /^[a-z0-9-]{1,63}$/.test(name) ? `container ${name}` : "a container";
}

/** Inputs of every kind of workload with the same pods: what a rule about pods shows as good. */
export function workloadsOf(spec: PodSpec, metadata?: ObjectMeta): { readonly [T in WorkloadType]: Props<T> } {
  const template = { ...(metadata && { metadata }), spec } as PodTemplate;
  const controller = { spec: { template } };
  const inputs = {
    "kubernetes:core/v1:Pod": template,
    "kubernetes:core/v1:ReplicationController": controller,
    "kubernetes:apps/v1:Deployment": controller,
    "kubernetes:apps/v1:StatefulSet": controller,
    "kubernetes:apps/v1:DaemonSet": controller,
    "kubernetes:apps/v1:ReplicaSet": controller,
    "kubernetes:batch/v1:Job": controller,
    "kubernetes:batch/v1:CronJob": { spec: { jobTemplate: controller } },
  };
  // Outputs and inputs of a pod's spec differ in nothing but that inputs may be missing.
  return inputs as { readonly [T in WorkloadType]: Props<T> };
}
