import type { Role } from "@pulumi/aws/iam/role";
import { ConfigMap } from "@pulumi/kubernetes/core/v1";
import type { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { stringify } from "yaml";
import { kubernetesChild } from "./children";
import type { ClusterArgs } from "./cluster-args";

/** The aws-auth config map: which IAM roles and users are which Kubernetes users. */
export function awsAuth(
  name: string,
  args: Pick<ClusterArgs, "roleMappings" | "userMappings">,
  instanceRoles: pulumi.Output<Role[]>,
  provider: Provider,
  parent: pulumi.Resource,
): ConfigMap {
  const nodeArns = instanceRoles.apply((roles) => pulumi.all(roles.map((role) => role.arn)));
  const mapRoles = pulumi
    .all([args.roleMappings ?? [], nodeArns])
    .apply(([mappings, arns]) =>
      stringify([
        ...mappings.map(({ roleArn, username, groups }) => ({ rolearn: roleArn, username, groups })),
        ...arns.map(nodeMapping),
      ]),
    );
  const mapUsers =
    args.userMappings &&
    pulumi
      .output(args.userMappings)
      .apply((mappings) =>
        stringify(mappings.map(({ userArn, username, groups }) => ({ userarn: userArn, username, groups }))),
      );
  return new ConfigMap(
    `${name}-nodeAccess`,
    {
      apiVersion: "v1",
      immutable: false,
      metadata: { name: "aws-auth", namespace: "kube-system", annotations: { "pulumi.com/patchForce": "true" } },
      data: mapUsers === undefined ? { mapRoles } : { mapRoles, mapUsers },
    },
    kubernetesChild(parent, { provider }),
  );
}

/** What a node must be for its kubelet to join. */
function nodeMapping(rolearn: string) {
  return {
    rolearn,
    username: "system:node:{{EC2PrivateDNSName}}",
    groups: ["system:bootstrappers", "system:nodes"],
  };
}
