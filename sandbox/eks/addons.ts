import { Addon, getAddonVersionOutput } from "@pulumi/aws/eks";
import type { Cluster } from "@pulumi/aws/eks/cluster";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { ClusterArgs, ManagedAddonOptions } from "./cluster-args";

/** The kube-proxy and CoreDNS add-ons, as far as the cluster gets them from the component. */
export function managedAddons(name: string, args: ClusterArgs, cluster: Cluster, parent: pulumi.Resource): void {
  const { kubeProxyAddonOptions: kubeProxy, corednsAddonOptions: coredns } = args;
  if (kubeProxy?.enabled ?? !args.autoMode?.enabled) {
    managedAddon(name, "kube-proxy", kubeProxy, cluster, args, parent);
  }
  // CoreDNS needs nodes to run on; who asks for it gets it all the same.
  const asked = coredns?.enabled === true || coredns?.configurationValues;
  const hasNodes = !args.skipDefaultNodeGroup || args.autoMode?.enabled;
  if (asked || (hasNodes && (coredns?.enabled ?? true))) managedAddon(name, "coredns", coredns, cluster, args, parent);
}

function managedAddon(
  name: string,
  addonName: string,
  options: ManagedAddonOptions | undefined,
  cluster: Cluster,
  { tags }: ClusterArgs,
  parent: pulumi.Resource,
): Addon {
  return new Addon(
    `${name}-${addonName}`,
    {
      clusterName: cluster.name,
      addonName,
      addonVersion: options?.version || newestVersion(addonName, cluster.version, parent),
      preserve: true,
      tags,
      resolveConflictsOnCreate: options?.resolveConflictsOnCreate ?? "OVERWRITE",
      resolveConflictsOnUpdate: options?.resolveConflictsOnUpdate ?? "OVERWRITE",
      configurationValues: addonConfiguration(options?.configurationValues),
    },
    awsChild(parent),
  );
}

/** The newest version of an add-on that fits the cluster's Kubernetes version. */
export function newestVersion(
  addonName: string,
  kubernetesVersion: pulumi.Input<string>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  return getAddonVersionOutput({ addonName, kubernetesVersion, mostRecent: true }, awsChild(parent)).version;
}

/** The configuration as JSON with sorted keys, so that the order a program writes them in makes no diff. */
export function addonConfiguration(values: pulumi.Input<object> | undefined): pulumi.Output<string> | undefined {
  if (values === undefined) return undefined;
  return pulumi.output(values).apply((known) => JSON.stringify(sorted(known)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
