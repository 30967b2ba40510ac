import { Cluster } from "../components/cluster/cluster";
import { EncryptionKey } from "../components/encryption-key/encryption-key";
import { EncryptionKeyService } from "../components/encryption-key/types";
import { type Published, readContract } from "./contract";
import { withDeployEntry } from "./deploy-role";
import type { Environment } from "./environment";
import { protection } from "./protection";
import { clusterProviders } from "./providers";

/** The cluster of an environment, with its encryption key, which stays with it for ever. */
export async function cluster(environment: Environment): Promise<Published<"cluster">> {
  const { name, accountId, region, deletionProtection, cluster: settings } = environment;
  const network = await readContract(name, {
    layer: "network",
    fields: ["vpcId", "privateSubnetIds", "intraSubnetIds"],
    keys: environment.network.zones,
  });
  const providers = clusterProviders(environment);
  const opts = { providers, transforms: protection(deletionProtection) };

  const key = new EncryptionKey(
    `${name}-cluster`,
    {
      accountId,
      region,
      description: `Secrets and logs of the cluster ${name}`,
      services: [EncryptionKeyService.CloudWatchLogs],
    },
    opts,
  );
  const eksCluster = new Cluster(
    name,
    {
      ...settings,
      accessEntries: withDeployEntry(settings.accessEntries, environment),
      vpcId: network.vpcId,
      subnetIds: Object.values(network.intraSubnetIds),
      nodeSubnetIds: Object.values(network.privateSubnetIds),
      encryptionKeyArn: key.keyArn,
      deletionProtection,
    },
    opts,
  );

  const { clusterName, clusterArn, endpoint, certificateAuthority, clusterSecurityGroupId, oidcIssuer, nodeRoleArn } =
    eksCluster;
  return {
    clusterName,
    clusterArn,
    endpoint,
    certificateAuthority,
    clusterSecurityGroupId,
    oidcIssuer,
    nodeRoleArn,
    encryptionKeyArn: key.keyArn,
  };
}
