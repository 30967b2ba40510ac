import type * as pulumi from "@pulumi/pulumi";

/**
 * Versions of the providers that pulumi-resource-eks 4.3.0 asks for where the program gives it none
 * (pulumi/pulumi-eks v4.3.0, nodejs/eks/package.json). They name the default providers.
 */
const awsVersion = "7.25.0";
const kubernetesVersion = "4.19.0";

/** Version of the plugin that is simulated. */
export const pluginVersion = "4.3.0";

type Options = Omit<pulumi.CustomResourceOptions, "parent" | "version">;

/** Options of an AWS resource, or of an invoke of the aws package, in a component. */
export function awsChild<More extends Options>(parent: pulumi.Resource, more?: More) {
  return { ...more, parent, version: awsVersion };
}

/** Options of a Kubernetes resource or provider in a component. */
export function kubernetesChild<More extends Options>(parent: pulumi.Resource, more?: More) {
  return { ...more, parent, version: kubernetesVersion };
}
