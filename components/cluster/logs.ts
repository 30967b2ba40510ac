import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { withOverride } from "../core/override";
import type { ClusterContext } from "./context";

/** All that the control plane logs: docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
export const controlPlaneLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

interface LogGroupPlan {
  retentionInDays: number;
  encryptionKeyArn: pulumi.Output<string>;
}

/**
 * The log group that EKS writes to. It must be there before the cluster: else EKS makes it, unencrypted and kept for
 * ever. Its name is fixed by EKS. A cluster that is being deleted may still write, which makes the group again.
 */
export function createLogGroup(context: ClusterContext, plan: LogGroupPlan): aws.cloudwatch.LogGroup {
  const { name, child, tags, override } = context;
  const args: aws.cloudwatch.LogGroupArgs = {
    name: `/aws/eks/${name}/cluster`,
    retentionInDays: plan.retentionInDays,
    kmsKeyId: plan.encryptionKeyArn,
    tags,
  };
  return new aws.cloudwatch.LogGroup(name, withOverride(args, override.logGroup), child);
}
