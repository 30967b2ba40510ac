import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../core/policy-document";
import type { ClusterContext } from "./context";
import { ClusterCompute } from "./types";

interface RolePlan {
  /** Service that takes the role, e.g. ec2.amazonaws.com. */
  service: string;
  actions: string[];
  /** Names, with path, of policies that AWS manages. */
  managedPolicies: string[];
}

export interface ServiceRole {
  arn: pulumi.Output<string>;
  /** The role is of use only once these are attached. */
  attachments: pulumi.Resource[];
}

export function createServiceRole(context: ClusterContext, name: string, plan: RolePlan): ServiceRole {
  const { child, partition, tags } = context;
  const { service, actions } = plan;
  const trust = policyDocument("trust", [{ Effect: "Allow", Principal: { Service: service }, Action: actions }]);
  const role = new aws.iam.Role(name, { assumeRolePolicy: trust, tags }, child);
  const attachments = plan.managedPolicies.map(
    (policy) =>
      new aws.iam.RolePolicyAttachment(
        `${name}-${policy.split("/").at(-1)}`,
        { role: role.name, policyArn: `arn:${partition}:iam::aws:policy/${policy}` },
        child,
      ),
  );
  return { arn: role.arn, attachments };
}

/**
 * What a node may do by itself: join the cluster and pull images. All else is granted to service accounts by Pod
 * Identity, vpc-cni too. Auto Mode needs less, since AWS runs what the wider policy is for.
 * Source: docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html and create-node-role.html
 */
const nodePolicies: Record<ClusterCompute, string[]> = {
  [ClusterCompute.AutoMode]: ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"],
  [ClusterCompute.ManagedNodeGroups]: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
};

export function createNodeRole(context: ClusterContext, compute: ClusterCompute): ServiceRole {
  return createServiceRole(context, `${context.name}-node`, {
    service: "ec2.amazonaws.com",
    actions: ["sts:AssumeRole"],
    managedPolicies: nodePolicies[compute],
  });
}
