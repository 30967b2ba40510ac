import type { Cluster } from "@pulumi/aws/eks/cluster";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import { OpenIdConnectProvider } from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { awsChild } from "./children";

/**
 * Thumbprint of the root certificate of oidc.eks.*.amazonaws.com. The plugin reads it from a TLS connection to the
 * issuer; the sandbox has no such server.
 */
const issuerThumbprint = "9e99a48a9960b14926bb7f3b02e22da2b0ab7280";

/** Lets IAM trust the service accounts of the cluster. */
export function oidcProvider(name: string, cluster: Cluster, parent: pulumi.Resource): OpenIdConnectProvider {
  const url = issuerUrl(cluster);
  // The plugin finds the issuer's host by the region, so where the region is unknown the thumbprint is too.
  const thumbprint = getRegionOutput({}, awsChild(parent)).region.apply(() => issuerThumbprint);
  return new OpenIdConnectProvider(
    `${name}-oidcProvider`,
    { clientIdLists: ["sts.amazonaws.com"], url, thumbprintLists: [thumbprint] },
    awsChild(parent),
  );
}

/** URL of the cluster's issuer; empty where the cluster has none. */
export function issuerUrl(cluster: Cluster): pulumi.Output<string> {
  return cluster.identities.apply((identities) => identities?.[0]?.oidcs?.[0]?.issuer ?? "");
}
