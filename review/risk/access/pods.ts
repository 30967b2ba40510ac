import { currentTypeOf } from "../../../policy-packs/core/former-types";
import { hasPublicLoadBalancer } from "../../../policy-packs/core/load-balancers";
import { forEachContainer, podSpecOf, workloadTypes } from "../../../policy-packs/core/workload";
import { valueAt } from "../../collect/paths";
import type { State, Step } from "../../model/step";
import type { Judge } from "../judge";
import { listed } from "../words";

/** Capabilities with which a container is as good as root on its node (man 7 capabilities). */
const powerful = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF", "NET_ADMIN"];

/** What lets the pods of a workload out of their isolation. */
function relaxations(type: string, state: State | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  if (state === undefined) return found;
  const workload = { type, props: state.inputs };
  const spec = podSpecOf(workload);
  if (typeof spec !== "object") return found;
  for (const host of ["hostNetwork", "hostPID", "hostIPC"] as const) if (spec[host] === true) found.add(host);
  for (const volume of listOf(spec.volumes)) {
    if (volume?.hostPath) found.add(`hostPath ${String(volume.hostPath.path)}`);
  }
  forEachContainer(workload, ({ securityContext: context }) => {
    if (context?.privileged === true) found.add("privileged");
    for (const name of listOf(context?.capabilities?.add)) if (powerful.includes(name)) found.add(`capability ${name}`);
  });
  return found;
}

const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

/** Pods that newly reach their node. */
export const podSecurity: Judge = (step) => {
  const type = currentTypeOf(step.type);
  if (!(workloadTypes as readonly string[]).includes(type) || step.op === "delete") return [];
  const before = relaxations(type, step.old);
  const added = [...relaxations(type, step.new)].filter((one) => !before.has(one));
  if (added.length === 0) return [];
  const summary = `pods of ${step.name} newly reach their node: ${listed(added)}`;
  return [{ id: "pod-reaches-node", summary, properties: step.diff.map(({ path }) => path) }];
};

/** Namespaces that newly let pods do more, by their label for admission. */
export const podAdmission: Judge = (step) => {
  if (step.type !== "kubernetes:core/v1:Namespace" || step.new === undefined || step.old === undefined) return [];
  const strict = ["privileged", "baseline", "restricted"];
  const level = (state: State) =>
    strict.indexOf(
      String(valueAt(state.inputs, `metadata.labels["pod-security.kubernetes.io/enforce"]`) ?? "privileged"),
    );
  if (level(step.new) >= level(step.old)) return [];
  const words = `${strict[level(step.old)]} → ${strict[level(step.new)] ?? "an unknown level"}`;
  return [
    {
      id: "pod-reaches-node",
      summary: `${step.name} newly lets pods do more: pod-security.kubernetes.io/enforce ${words}`,
      properties: ["metadata.labels"],
    },
  ];
};

/** Services that newly have a load balancer on the Internet. */
export const publicServices: Judge = (step) => {
  if (step.type !== "kubernetes:core/v1:Service" || step.op === "delete" || !isPublic(step.new)) return [];
  if (isPublic(step.old)) return [];
  const summary = `${step.name} gets a load balancer on the Internet`;
  return [{ id: "public-endpoint", summary, properties: ["spec.type", "metadata.annotations"] }];
};

const isPublic = (state: Step["new"]): boolean =>
  state !== undefined && hasPublicLoadBalancer(state.inputs as Parameters<typeof hasPublicLoadBalancer>[0]);
