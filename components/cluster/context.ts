import type * as pulumi from "@pulumi/pulumi";
import type { ClusterOverride } from "./types";

/** What every group of a cluster's children is made with. */
export interface ClusterContext {
  /** Name of the cluster, with which the name of every child starts. */
  name: string;
  /** The partition of AWS that the account is in. */
  partition: string;
  /** Makes a resource a child of the cluster. */
  child: { parent: pulumi.Resource };
  tags: pulumi.Output<Record<string, string>>;
  override: ClusterOverride;
}
