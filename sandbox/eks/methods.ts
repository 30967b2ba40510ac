import { type Inputs, jsonStringify } from "@pulumi/pulumi";
import { NotSimulatedError } from "./errors";
import { kubeconfigOf } from "./kubeconfig";
import { ClusterReference } from "./references";

/** The outputs of a method of a component. @throws NotSimulatedError for one that is not known. */
export function callMethod(token: string, { __self__: self, roleArn, profileName }: Inputs): Inputs {
  if (token !== "eks:index:Cluster/getKubeconfig") throw new NotSimulatedError(token);
  if (!(self instanceof ClusterReference)) throw new Error(`${token} needs a cluster`);
  return { result: jsonStringify(kubeconfigOf(self.eksCluster, { roleArn, profileName }, true)) };
}
