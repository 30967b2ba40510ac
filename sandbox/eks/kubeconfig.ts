import type { Cluster } from "@pulumi/aws/eks/cluster";
import * as pulumi from "@pulumi/pulumi";

/** Credentials that a kubeconfig names instead of the default ones. */
export interface KubeconfigOptions {
  roleArn?: pulumi.Input<string>;
  profileName?: pulumi.Input<string>;
}

export interface Kubeconfig {
  apiVersion: string;
  kind: string;
  clusters: unknown[];
  contexts: unknown[];
  "current-context": string;
  users: { name: string; user: { exec: { apiVersion: string; command: string; args: string[]; env: unknown[] } } }[];
}

type ClusterAccess = Pick<Cluster, "arn" | "name" | "endpoint" | "certificateAuthority">;

/** A kubeconfig that gets its tokens from the `aws` command. */
export function kubeconfigOf(
  cluster: ClusterAccess,
  credentials: pulumi.Input<KubeconfigOptions> | undefined,
  withProfile: boolean,
): pulumi.Output<Kubeconfig> {
  return pulumi
    .all([cluster.arn, cluster.name, cluster.endpoint, cluster.certificateAuthority, credentials ?? {}])
    .apply(([arn, name, endpoint, certificateAuthority, { roleArn, profileName }]) =>
      render(endpoint, certificateAuthority.data, [
        ...["--region", regionOf(arn), "eks", "get-token", "--cluster-name", name, "--output", "json"],
        ...(roleArn ? ["--role", roleArn] : []),
        // As an argument, because ambient credentials override AWS_PROFILE.
        ...(withProfile && profileName ? ["--profile", profileName] : []),
      ]),
    );
}

function regionOf(arn: string): string {
  const region = arn.split(":")[3];
  if (!arn.startsWith("arn:") || region === undefined) throw new Error(`${arn} is not an ARN`);
  return region;
}

function render(server: string, authority: string, args: string[]): Kubeconfig {
  const apiVersion = "client.authentication.k8s.io/v1beta1";
  const env = [{ name: "KUBERNETES_EXEC_INFO", value: `{"apiVersion": "${apiVersion}"}` }];
  return {
    apiVersion: "v1",
    clusters: [{ cluster: { server, "certificate-authority-data": authority }, name: "kubernetes" }],
    contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
    "current-context": "aws",
    kind: "Config",
    users: [{ name: "aws", user: { exec: { apiVersion, command: "aws", args, env } } }],
  };
}
