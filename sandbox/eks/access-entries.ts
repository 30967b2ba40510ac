import { AccessEntry, AccessPolicyAssociation } from "@pulumi/aws/eks";
import type { Cluster } from "@pulumi/aws/eks/cluster";
import * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";
import type { AccessEntryArgs } from "./cluster-args";

/** One access entry a key, and under it one association a policy. */
export function accessEntries(
  name: string,
  cluster: Cluster,
  entries: Record<string, AccessEntryArgs>,
  parent: pulumi.Resource,
): AccessEntry[] {
  return Object.entries(entries).map(([key, { accessPolicies, username, ...args }]) => {
    const entry = new AccessEntry(
      `${name}-${key}`,
      { ...args, clusterName: cluster.name, userName: username },
      awsChild(parent, { dependsOn: [cluster] }),
    );
    for (const [policyKey, policy] of Object.entries(accessPolicies ?? {})) {
      const { policyArn, accessScope } = pulumi.output(policy);
      new AccessPolicyAssociation(
        `${name}-${key}-${policyKey}`,
        { accessScope, policyArn, principalArn: args.principalArn, clusterName: cluster.name },
        awsChild(entry, { dependsOn: [entry] }),
      );
    }
    return entry;
  });
}
