import { createHash } from "node:crypto";
import kubernetesPackage from "@pulumi/kubernetes/package.json";
import { CloudError } from "../cloud/errors";
import { kubernetesModel } from "../models/kubernetes/object";
import { plain, text } from "../values";
import type { Package } from "./instances";

/** Account under which the objects of all clusters are kept. */
const kubernetesAccount = "kubernetes";

export const kubernetes: Package = {
  version: kubernetesPackage.version,
  modelOf: kubernetesModel,
  configure: (args) => ({
    account: kubernetesAccount,
    region: clusterOf(text(plain(args), "kubeconfig") ?? ""),
    defaultTags: {},
  }),
  invoke: (token) => {
    throw new CloudError("NotModelled", `the sandbox does not model the function ${token}`);
  },
};

/** A cluster is told from others by its server's address; a kubeconfig without one, by its content. */
function clusterOf(kubeconfig: string): string {
  return (
    kubeconfig.match(/["']?server["']?\s*:\s*["']?(https?:\/\/[^\s"',}]+)/)?.[1] ??
    createHash("sha256").update(kubeconfig).digest("hex").slice(0, 16)
  );
}
