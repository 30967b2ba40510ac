import { Addon } from "@pulumi/aws/eks";
import { DaemonSetPatch } from "@pulumi/kubernetes/apps/v1";
import * as pulumi from "@pulumi/pulumi";
import { addonConfiguration, newestVersion } from "./addons";
import { awsChild, kubernetesChild } from "./children";
import { type VpcCniOptions, vpcCniConfiguration } from "./vpc-cni-environment";

export interface VpcCniAddonArgs extends VpcCniOptions {
  clusterName: pulumi.Input<string>;
  /** Kubernetes version that the add-on's version is looked up for, unless it is given. */
  clusterVersion?: pulumi.Input<string>;
}

/** `eks:index:VpcCniAddon`: the pod network, as an EKS add-on. */
export class VpcCniAddon extends pulumi.ComponentResource {
  readonly addon: pulumi.Output<Addon>;

  constructor(name: string, args: VpcCniAddonArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:VpcCniAddon", name, {}, opts);
    if (args.clusterName === undefined) throw new pulumi.ResourceError("clusterName is required", this);
    const addon = new Addon(
      name,
      {
        clusterName: args.clusterName,
        addonName: "vpc-cni",
        addonVersion: args.addonVersion || this.newest(args),
        resolveConflictsOnCreate: args.resolveConflictsOnCreate ?? "OVERWRITE",
        resolveConflictsOnUpdate: args.resolveConflictsOnUpdate ?? "OVERWRITE",
        preserve: true,
        configurationValues: addonConfiguration(vpcCniConfiguration(args)),
        serviceAccountRoleArn: args.serviceAccountRoleArn,
        tags: args.tags,
      },
      awsChild(this),
    );
    this.addon = pulumi.output(addon);
    if (args.securityContextPrivileged) this.privileged(name, args.securityContextPrivileged, addon);
    this.registerOutputs({ addon: this.addon });
  }

  private newest({ clusterVersion }: VpcCniAddonArgs): pulumi.Output<string> {
    if (!clusterVersion) throw new pulumi.ResourceError("give addonVersion, or clusterVersion to look it up for", this);
    return newestVersion("vpc-cni", clusterVersion, this);
  }

  /** The add-on cannot be told to run privileged, so the daemon set that it made is patched. */
  private privileged(name: string, privileged: pulumi.Input<boolean>, addon: Addon): void {
    new DaemonSetPatch(
      name,
      {
        metadata: { name: "aws-node", namespace: "kube-system", annotations: { "pulumi.com/patchForce": "true" } },
        spec: { template: { spec: { containers: [{ name: "aws-node", securityContext: { privileged } }] } } },
      },
      kubernetesChild(this, { dependsOn: [addon], retainOnDelete: true }),
    );
  }
}
