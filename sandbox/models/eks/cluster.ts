import { defaultVersion } from "../../../components/cluster/kubernetes-versions";
import { callerRole } from "../../cloud/caller";
import { activeStatus } from "../../cloud/resource";
import { type Properties, text, valuesAt } from "../../values";
import { kmsKeyReference } from "../kms/references";
import type { Made, Model } from "../model";
import { clusterId, clusterRefusals } from "./cluster-refusals";
import { noteVersionUpdate } from "./cluster-versions";
import { eksRoleReference, eksSecurityGroupReference, eksSubnetReference } from "./references";

const flag = (inputs: Properties, path: string) => valuesAt(inputs, path)[0];

/** What EKS calls a cluster in host names: 32 characters. */
const key = ({ digits }: Made) => digits.slice(0, 32).toUpperCase();

const issuer = (made: Made) => `https://oidc.eks.${made.scope.region}.amazonaws.com/id/${key(made)}`;

/** A certificate in form only: nothing answers at the endpoint. */
function certificate({ digits }: Made): string {
  const body = Buffer.from(digits).toString("base64");
  return Buffer.from(`-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`).toString("base64");
}

/** An access entry that EKS makes by itself, and that goes with the cluster. */
function grant({ scope, id }: Made, principalArn: string, type: string): void {
  scope.put({
    type: "aws:eks/accessEntry:AccessEntry",
    id: `${id}:${principalArn}`,
    status: activeStatus,
    owner: id,
    inputs: {},
    outputs: { clusterName: id, principalArn, type },
  });
}

/** Who made the cluster is its administrator unless told otherwise; the nodes of built-in pools may join it. */
function makeAccessEntries(made: Made): void {
  const { scope, inputs } = made;
  if (flag(inputs, "accessConfig.bootstrapClusterCreatorAdminPermissions") !== false) {
    grant(made, scope.global.arn("iam", `role/${callerRole}`), "STANDARD");
  }
  const nodeRole = flag(inputs, "computeConfig.nodeRoleArn");
  if (typeof nodeRole === "string") grant(made, nodeRole, "EC2");
}

/** Whether built-in node pools stay, or a role for their nodes: without both, the role may go. */
function keepsNodeRole(inputs: Properties): boolean {
  if (flag(inputs, "computeConfig.nodeRoleArn") !== undefined) return true;
  return (
    flag(inputs, "computeConfig.enabled") === true && valuesAt(inputs, "computeConfig.nodePools").flat().length > 0
  );
}

export const cluster: Model = {
  type: "aws:eks/cluster:Cluster",
  schema: "internal/service/eks/cluster.go",
  tagged: true,
  autoName: { property: "name", maxLength: 100 },
  defaults: {
    "accessConfig.bootstrapClusterCreatorAdminPermissions": true,
    bootstrapSelfManagedAddons: true,
    "vpcConfig.endpointPrivateAccess": false,
    "vpcConfig.endpointPublicAccess": true,
  },
  immutable: [
    "accessConfig.bootstrapClusterCreatorAdminPermissions",
    "bootstrapSelfManagedAddons",
    "kubernetesNetworkConfig.ipFamily",
    "kubernetesNetworkConfig.serviceIpv4Cidr",
    "name",
    "outpostConfig.controlPlaneInstanceType",
    "outpostConfig.controlPlanePlacement.groupName",
    "roleArn",
  ],
  replaces: (olds, news) => {
    const paths: string[] = [];
    // Envelope encryption cannot be taken back.
    if (olds.encryptionConfig !== undefined && news.encryptionConfig === undefined) paths.push("encryptionConfig");
    if (flag(olds, "computeConfig.nodeRoleArn") !== undefined && keepsNodeRole(news)) {
      paths.push("computeConfig.nodeRoleArn");
    }
    return paths;
  },
  sets: [
    "computeConfig.nodePools",
    "enabledClusterLogTypes",
    "encryptionConfig.resources",
    "vpcConfig.publicAccessCidrs",
    "vpcConfig.securityGroupIds",
    "vpcConfig.subnetIds",
  ],
  references: {
    roleArn: eksRoleReference,
    "computeConfig.nodeRoleArn": eksRoleReference,
    "encryptionConfig.provider.keyArn": { ...kmsKeyReference, code: "InvalidParameterException" },
    "vpcConfig.securityGroupIds": eksSecurityGroupReference,
    "vpcConfig.subnetIds": eksSubnetReference,
  },
  refusals: clusterRefusals,
  id: clusterId,
  computed: {
    arn: ({ scope, id }) => scope.arn("eks", `cluster/${id}`),
    certificateAuthority: (made) => ({ data: certificate(made) }),
    createdAt: () => new Date().toISOString(),
    deletionProtection: () => false,
    endpoint: (made) => `https://${key(made)}.gr7.${made.scope.region}.eks.amazonaws.com`,
    identities: (made) => [{ oidcs: [{ issuer: issuer(made) }] }],
    platformVersion: () => "eks.1",
    status: () => "ACTIVE",
    version: () => defaultVersion,
  },
  completed: {
    accessConfig: {
      authenticationMode: () => "CONFIG_MAP",
    },
    kubernetesNetworkConfig: {
      elasticLoadBalancing: () => ({ enabled: false }),
      ipFamily: () => "ipv4",
      serviceIpv4Cidr: () => "172.20.0.0/16",
    },
    upgradePolicy: {
      supportType: () => "EXTENDED",
    },
    vpcConfig: {
      clusterSecurityGroupId: ({ digits }) => `sg-0${digits.slice(32, 48)}`,
      publicAccessCidrs: ({ inputs }) =>
        flag(inputs, "vpcConfig.endpointPublicAccess") === false ? [] : ["0.0.0.0/0"],
      vpcId: ({ scope, inputs }) => {
        const [first] = valuesAt(inputs, "vpcConfig.subnetIds").flat();
        return scope.find("aws:ec2/subnet:Subnet", String(first))?.outputs.vpcId;
      },
    },
  },
  waits: { create: 100, update: 50 },
  changed: noteVersionUpdate,
  made: (made) => {
    makeAccessEntries(made);
    makeClusterSecurityGroup(made);
  },
};

/** The group that EKS gives the control plane's and the nodes' interfaces. */
function makeClusterSecurityGroup(made: Made): void {
  const { scope, id, digits, inputs } = made;
  const vpcId = cluster.completed?.vpcConfig?.vpcId?.(made);
  scope.put({
    type: "aws:ec2/securityGroup:SecurityGroup",
    id: `sg-0${digits.slice(32, 48)}`,
    status: activeStatus,
    owner: id,
    inputs: {},
    outputs: {
      name: `eks-cluster-sg-${text(inputs, "name")}-${Number.parseInt(digits.slice(0, 7), 16)}`,
      ...(vpcId && { vpcId }),
    },
  });
}
