import { ClusterAccessPolicy } from "../components/cluster/types";
import { formatArn } from "../components/core/arn";
import { partitionOf } from "../components/core/regions";

/** Key of the access entry that every cluster has for the role that applies it. */
export const deployEntryKey = "deploy-role";

interface DeployRole {
  accountId: string;
  region: string;
  deployRole: string;
}

/** ARN of the role that applies the stacks of an environment. */
function deployRoleArn({ accountId, region, deployRole }: DeployRole): string {
  return formatArn({
    partition: partitionOf(region),
    service: "iam",
    region: "",
    accountId,
    resource: `role/${deployRole}`,
  });
}

/** The access entries of an environment file with that of the deploying role, which must get in to deploy anything. */
export function withDeployEntry<E>(entries: Record<string, E>, role: DeployRole) {
  const principalArn = deployRoleArn(role);
  const deploy = { principalArn, accessPolicy: ClusterAccessPolicy.ClusterAdmin, kubernetesGroups: [] };
  const { [deployEntryKey]: _refused, ...others } = entries;
  return { [deployEntryKey]: deploy, ...others };
}
