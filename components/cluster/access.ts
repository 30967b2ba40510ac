import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../core/arn";
import { withOverride } from "../core/override";
import type { ClusterContext } from "./context";
import { ClusterAccessPolicy } from "./types";

/** Source: docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
const policyNames: Record<ClusterAccessPolicy, string> = {
  [ClusterAccessPolicy.View]: "AmazonEKSViewPolicy",
  [ClusterAccessPolicy.Edit]: "AmazonEKSEditPolicy",
  [ClusterAccessPolicy.Admin]: "AmazonEKSAdminPolicy",
  [ClusterAccessPolicy.ClusterAdmin]: "AmazonEKSClusterAdminPolicy",
};

interface AccessEntryPlan {
  principalArn: string;
  accessPolicy?: ClusterAccessPolicy;
  namespaces?: string[];
  kubernetesGroups: string[];
}

interface AccessPlan {
  clusterName: pulumi.Output<string>;
  entries: Record<string, AccessEntryPlan>;
}

/**
 * Who may use the Kubernetes API.
 *
 * Made directly and not by eks.Cluster, so that all that needs access (add-ons, nodes, what callers put into the
 * cluster) can depend on the entries and is deleted before them: an entry deleted first locks the deployer out of
 * what it still has to delete (terraform-aws-eks #2923).
 */
export function createAccess(context: ClusterContext, plan: AccessPlan): pulumi.CustomResource[] {
  const { name, child, partition, tags, override } = context;
  return Object.entries(plan.entries).flatMap(([key, entry]) => {
    const { clusterName } = plan;
    const { principalArn, accessPolicy, namespaces, kubernetesGroups } = entry;
    const accessEntry = new aws.eks.AccessEntry(
      `${name}-${key}`,
      withOverride<aws.eks.AccessEntryArgs>(
        { clusterName, principalArn, kubernetesGroups, tags },
        override.accessEntry,
      ),
      child,
    );
    if (accessPolicy === undefined) return [accessEntry];
    const association = new aws.eks.AccessPolicyAssociation(
      `${name}-${key}`,
      {
        clusterName,
        principalArn: accessEntry.principalArn,
        policyArn: `arn:${partition}:eks::aws:cluster-access-policy/${policyNames[accessPolicy]}`,
        accessScope: namespaces === undefined ? { type: "cluster" } : { type: "namespace", namespaces },
      },
      // Another scope is a new association of the same policy and principal: deleted after it, the old one takes it along.
      { ...child, deleteBeforeReplace: true },
    );
    return [accessEntry, association];
  });
}

/** The partition of AWS: aws, aws-us-gov, …; taken from a principal, because that is known at preview. */
export function partitionOf(entries: Record<string, AccessEntryPlan>): string {
  const partitions = Object.values(entries).map(({ principalArn }) => parseArn(principalArn)?.partition);
  return partitions[0] ?? "aws";
}
