import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { withOverride } from "../core/override";
import { nodeAddons, pinnedVersion } from "./addon-versions";
import type { ClusterContext } from "./context";
import { createServiceRole } from "./roles";
import { type ClusterAddon, ClusterCompute } from "./types";

export interface AddonPlan {
  name: string;
  version: string | undefined;
  configurationValues: string | undefined;
  /** Whether nodes need it to become ready. The others need nodes to become active. */
  beforeNodes: boolean;
}

const beforeNodes = new Set(["vpc-cni", "kube-proxy", "eks-pod-identity-agent"]);

/** Every add-on to install: those the compute needs and those asked for, in the order of their names. */
export function planAddons(compute: ClusterCompute, version: string, asked: Record<string, ClusterAddon>): AddonPlan[] {
  const needed = compute === ClusterCompute.ManagedNodeGroups ? nodeAddons : [];
  return [...new Set([...needed, ...Object.keys(asked)])]
    .filter((name) => asked[name]?.enabled !== false)
    .sort()
    .map((name) => ({
      name,
      version: asked[name]?.version ?? pinnedVersion(version, name),
      configurationValues: asked[name]?.configurationValues,
      beforeNodes: beforeNodes.has(name),
    }));
}

/** Service accounts that call AWS, and what for: docs.aws.amazon.com/eks/latest/userguide/retreive-iam-info.html */
const podIdentities: Record<string, { serviceAccount: string; managedPolicies: string[] } | undefined> = {
  "vpc-cni": { serviceAccount: "aws-node", managedPolicies: ["AmazonEKS_CNI_Policy"] },
  "aws-ebs-csi-driver": {
    serviceAccount: "ebs-csi-controller-sa",
    managedPolicies: ["service-role/AmazonEBSCSIDriverPolicy"],
  },
};

interface AddonsPlan {
  clusterName: pulumi.Output<string>;
  addons: AddonPlan[];
}

export function createAddons(context: ClusterContext, plan: AddonsPlan, dependsOn: pulumi.Resource[]): aws.eks.Addon[] {
  const { child, tags, override } = context;
  return plan.addons.map((addon) => {
    const name = `${context.name}-${addon.name}`;
    const identity = podIdentities[addon.name];
    const role =
      identity &&
      createServiceRole(context, name, {
        service: "pods.eks.amazonaws.com",
        actions: ["sts:AssumeRole", "sts:TagSession"],
        managedPolicies: identity.managedPolicies,
      });
    const args: aws.eks.AddonArgs = {
      clusterName: plan.clusterName,
      addonName: addon.name,
      addonVersion: addon.version,
      configurationValues: addon.configurationValues,
      podIdentityAssociations: identity && role && [{ serviceAccount: identity.serviceAccount, roleArn: role.arn }],
      // What stands here is what runs, whatever was changed by hand.
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      tags,
    };
    return new aws.eks.Addon(name, withOverride(args, override.addon), {
      ...child,
      dependsOn: [...dependsOn, ...(role?.attachments ?? [])],
    });
  });
}
