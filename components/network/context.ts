import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { NetworkOverride } from "./types";

/** What every group of a network's children is made with. */
export interface NetworkContext {
  /** Name of the network, with which the name of every child starts. */
  name: string;
  /** The region that the zones are in. */
  region: string;
  vpc: aws.ec2.Vpc;
  /** Makes a resource a child of the network. */
  child: { parent: pulumi.Resource };
  /** Tags of a child: its name, as the console shows it, and what else it must have. */
  tags: (name: string, own?: Record<string, string>) => pulumi.Output<Record<string, string>>;
  override: NetworkOverride;
}

export const anywhere = "0.0.0.0/0";
