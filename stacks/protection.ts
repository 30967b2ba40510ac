import type * as pulumi from "@pulumi/pulumi";

/**
 * What cannot be had back once it is deleted: a key and all it encrypts, a cluster and all that runs in it, a network
 * and every address in it.
 *
 * Only these are protected, and not the components that hold them: protection of a component is that of each of its
 * children, so no subnet, node group or access entry could ever be taken away.
 */
const irreplaceable = new Set(["aws:kms/key:Key", "aws:eks/cluster:Cluster", "aws:ec2/vpc:Vpc"]);

const protect: pulumi.ResourceTransform = ({ type, props, opts }) =>
  irreplaceable.has(type) ? { props, opts: { ...opts, protect: true } } : undefined;

/** Transforms of a component that make the engine refuse to delete what is irreplaceable in it, if `wanted`. */
export function protection(wanted: boolean): pulumi.ResourceTransform[] {
  return wanted ? [protect] : [];
}
