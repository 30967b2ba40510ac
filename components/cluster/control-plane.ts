import type * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import type * as pulumi from "@pulumi/pulumi";
import { withOverride } from "../core/override";
import type { ClusterContext } from "./context";
import { controlPlaneLogTypes } from "./logs";
import { ClusterCompute } from "./types";

interface ControlPlanePlan {
  version: string;
  compute: ClusterCompute;
  vpcId: pulumi.Output<string>;
  subnetIds: pulumi.Output<string[]>;
  encryptionKeyArn: pulumi.Output<string>;
  nodeRoleArn: pulumi.Output<string>;
  publicAccessCidrs: string[] | undefined;
  deletionProtection: boolean;
}

/**
 * The EKS cluster, its role and, in Auto Mode, its node pools.
 *
 * What eks.Cluster would add by itself is turned off: a node group, security groups open to the internet beside the
 * one that EKS makes, an OIDC provider (for its thumbprint the plugin dials the issuer), and add-ons of whatever
 * version is newest. In Auto Mode it would install CoreDNS, which has no node of its own to run on there: every node
 * runs one already.
 */
export function createControlPlane(
  context: ClusterContext,
  plan: ControlPlanePlan,
  dependsOn: pulumi.Resource[],
): eks.Cluster {
  const { name, child, tags, override } = context;
  const autoMode = plan.compute === ClusterCompute.AutoMode;
  const args: eks.ClusterArgs = {
    name,
    version: plan.version,
    upgradePolicy: { supportType: "STANDARD" },
    deletionProtection: plan.deletionProtection,
    authenticationMode: eks.AuthenticationMode.Api,
    encryptionConfigKeyArn: plan.encryptionKeyArn,
    enabledClusterLogTypes: controlPlaneLogTypes,
    vpcId: plan.vpcId,
    subnetIds: plan.subnetIds,
    endpointPrivateAccess: true,
    endpointPublicAccess: plan.publicAccessCidrs !== undefined,
    publicAccessCidrs: plan.publicAccessCidrs,
    autoMode: autoMode
      ? {
          enabled: true,
          createNodeRole: false,
          computeConfig: { nodePools: ["general-purpose", "system"], nodeRoleArn: plan.nodeRoleArn },
        }
      : undefined,
    skipDefaultNodeGroup: true,
    skipDefaultSecurityGroups: true,
    createOidcProvider: false,
    bootstrapSelfManagedAddons: false,
    useDefaultVpcCni: true,
    kubeProxyAddonOptions: { enabled: false },
    corednsAddonOptions: { enabled: false },
    tags,
    clusterTags: { Name: name },
  };
  return new eks.Cluster(name, withOverride(args, override.cluster), {
    ...child,
    dependsOn,
    transforms: [withoutCreatorAdmin],
  });
}

/**
 * The component makes whoever creates the cluster its administrator, for ever and in no list. Its input cannot say
 * otherwise, so its child is changed: access is by access entries only.
 */
const withoutCreatorAdmin: pulumi.ResourceTransform = ({ type, props, opts }) => {
  if (type !== "aws:eks/cluster:Cluster") return undefined;
  const accessConfig: aws.types.input.eks.ClusterAccessConfig = {
    authenticationMode: "API",
    bootstrapClusterCreatorAdminPermissions: false,
  };
  return { props: { ...props, accessConfig }, opts };
};
