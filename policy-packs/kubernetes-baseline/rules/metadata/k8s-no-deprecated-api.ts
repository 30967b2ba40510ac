import { z } from "zod";
import { endOfStandardSupport } from "../../../../components/cluster/kubernetes-versions";
import { kubernetesTypeOf } from "../../../core/kubernetes-type";
import { anyTypeRule } from "../../../core/rule";
import { removedApis } from "./removed-apis";

const [oldest] = Object.keys(endOfStandardSupport);

/** Objects use API versions that the cluster still serves. */
export const k8sNoDeprecatedApi = anyTypeRule({
  name: "k8s-no-deprecated-api",
  title: "No object uses an API version that Kubernetes has removed.",
  severity: "medium",
  judges: (type) => kubernetesTypeOf(type) !== undefined,
  controls: {},
  parameters: z.object({
    /** Which version the clusters run, or are to be upgraded to. Default: the oldest under standard support by EKS. */
    clusterVersion: z
      .string()
      .regex(/^1\.\d+$/)
      .default(oldest ?? "1.34"),
  }),
  remediationSteps: "Use the class of the API version that the message names; Pulumi's aliases keep the object.",
  docs: {
    why: "The API server refuses the object, and after an upgrade nobody can change or delete what was made from it.",
    good: [
      { type: "kubernetes:apps/v1:Deployment", name: "shop", props: { spec: { replicas: 2 } } },
      { type: "kubernetes:networking.k8s.io/v1:Ingress", name: "shop", props: {} },
    ],
  },
  check({ type }, report, { clusterVersion }) {
    const { apiVersion, kind } = kubernetesTypeOf(type) ?? {};
    const removed = removedApis.find((one) => one.apiVersion === apiVersion && one.kinds.includes(kind ?? ""));
    if (removed === undefined || minorOf(removed.removedIn) > minorOf(clusterVersion)) return;
    const instead = removed.use ? `use ${removed.use}` : "there is nothing in its place";
    report(`Kubernetes has no ${kind} of ${apiVersion} since ${removed.removedIn}: ${instead}`);
  },
});

const minorOf = (version: string): number => Number(version.slice("1.".length));
