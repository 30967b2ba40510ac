import type { Cluster as AwsCluster } from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { pluginVersion } from "./children";
import type { ClusterCore, Core } from "./core";

/** A cluster that another call made, as far as node groups, add-ons and methods read it. */
export class ClusterReference extends pulumi.ComponentResource {
  declare readonly core: pulumi.Output<pulumi.Unwrap<ClusterCore>>;
  declare readonly eksCluster: pulumi.Output<AwsCluster>;

  constructor(name: string, urn: pulumi.URN) {
    super("eks:index:Cluster", name, { core: undefined, eksCluster: undefined }, { urn });
  }
}

/** The core of a cluster that a node group names, by the cluster or by the core itself. */
export function coreOf(cluster: pulumi.Input<ClusterReference | pulumi.Unwrap<ClusterCore>>): Core {
  // The SDK's types cannot follow that a reference's `core` is an Output of the same record.
  return pulumi
    .output(cluster)
    .apply((given) => (given instanceof ClusterReference ? given.core : given)) as unknown as Core;
}

/** Any other component of the package that stands in the outputs of a cluster: something to depend on. */
class ComponentReference extends pulumi.ComponentResource {
  constructor(name: string, type: string, urn: pulumi.URN) {
    super(type, name, {}, { urn });
  }
}

/** Makes references to this package's components resources again where they arrive in inputs. */
export function registerReferences(): void {
  pulumi.runtime.registerResourceModule("eks", "index", {
    version: pluginVersion,
    construct: (name, type, urn) =>
      type === "eks:index:Cluster" ? new ClusterReference(name, urn) : new ComponentReference(name, type, urn),
  });
}
