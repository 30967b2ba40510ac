import { createHash } from "node:crypto";
import kubernetesPackage from "@pulumi/kubernetes/package.json";
import { CloudError } from "../cloud/errors";
import { kubernetesInvoke } from "../invokes/kubernetes";
import { isNamespacedIn } from "../models/kubernetes/definitions";
import { kubernetesModel } from "../models/kubernetes/object";
import { type Properties, plain, text, unknown } from "../values";
import type { InstanceConfig } from "./aws-config";
import type { Package } from "./instances";
import { type ProviderHandlers, unary } from "./wire";

/** Account under which the objects of all clusters are kept. */
export const kubernetesAccount = "kubernetes";

/** Kubernetes as the models simulate it. */
export const kubernetes: Package = {
  version: kubernetesPackage.version,
  modelOf: (type, config) => kubernetesModel(type, config.kubernetes),
  configure: kubernetesConfig,
  invoke: (token, args, scope) => kubernetesInvoke(token, args, (kind) => isNamespacedIn(scope, kind)),
};

/** The package's components that a provider makes, charts of Helm for one, are not simulated. */
export const noComponents: ProviderHandlers = {
  construct: unary((request) => {
    throw new CloudError(
      "NotModelled",
      `the sandbox does not make the component ${request.getType()}; render it before (helm template, kubectl kustomize) and ` +
        "give the text to kubernetes.yaml.ConfigGroup",
    );
  }),
};

/** The cluster and the settings of an instance of the provider. */
export function kubernetesConfig(args: Properties): InstanceConfig {
  const given = plain(args);
  const namespace = text(given, "namespace");
  return {
    account: kubernetesAccount,
    region: clusterOf(text(given, "kubeconfig") ?? ""),
    defaultTags: {},
    kubernetes: {
      ...(namespace !== undefined && namespace !== unknown && { namespace }),
      mutable: { configMaps: isOn(given.enableConfigMapMutable), secrets: isOn(given.enableSecretMutable) },
      patchForce: isOn(given.enablePatchForce),
      upsert: isOn(given.upsertExistingObjects),
    },
  };
}

/** A provider's inputs arrive as JSON texts. */
const isOn = (value: Properties[string] | undefined) => value === true || value === "true";

/** A cluster is told from others by its server's address; a kubeconfig without one, by its content. */
function clusterOf(kubeconfig: string): string {
  if (kubeconfig === unknown) return unknown;
  return (
    kubeconfig.match(/["']?server["']?\s*:\s*["']?(https?:\/\/[^\s"',}]+)/)?.[1] ??
    createHash("sha256").update(kubeconfig).digest("hex").slice(0, 16)
  );
}
