import { Addon as AwsAddon, type AddonArgs as AwsAddonArgs } from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { ClusterReference } from "./references";

export interface AddonArgs extends Omit<AwsAddonArgs, "clusterName" | "configurationValues"> {
  cluster: ClusterReference;
  configurationValues?: pulumi.Input<object>;
}

/** `eks:index:Addon`: an add-on of a cluster, and always its child. */
export class Addon extends pulumi.ComponentResource {
  readonly addon: AwsAddon;

  constructor(name: string, args: AddonArgs, opts: pulumi.ComponentResourceOptions) {
    const { cluster, configurationValues, ...rest } = args;
    super("eks:index:Addon", name, {}, pulumi.mergeOptions(opts, { parent: cluster }));
    this.addon = new AwsAddon(
      name,
      {
        ...rest,
        clusterName: cluster.core.cluster.name,
        configurationValues: configurationValues && pulumi.jsonStringify(configurationValues),
      },
      awsChild(this),
    );
  }
}
