import { shapeOf } from "../shapes/store";
import { autoScalingGroup } from "./autoscaling/group";
import { logGroup } from "./cloudwatch/log-group";
import { logResourcePolicy } from "./cloudwatch/log-resource-policy";
import { table } from "./dynamodb/table";
import {
  instanceMetadataDefaults,
  vpcBlockPublicAccessExclusion,
  vpcBlockPublicAccessOptions,
} from "./ec2/account-settings";
import { defaultNetworkAcl } from "./ec2/default-network-acl";
import { defaultRouteTable } from "./ec2/default-route-table";
import { defaultSecurityGroup } from "./ec2/default-security-group";
import { eip } from "./ec2/eip";
import { flowLog } from "./ec2/flow-log";
import { internetGateway } from "./ec2/internet-gateway";
import { keyPair } from "./ec2/key-pair";
import { launchTemplate } from "./ec2/launch-template";
import { natGateway } from "./ec2/nat-gateway";
import { placementGroup } from "./ec2/placement-group";
import { route } from "./ec2/route";
import { routeTable } from "./ec2/route-table";
import { routeTableAssociation } from "./ec2/route-table-association";
import { securityGroup } from "./ec2/security-group";
import { securityGroupRule } from "./ec2/security-group-rule";
import { subnet } from "./ec2/subnet";
import { vpc } from "./ec2/vpc";
import { vpcEndpoint } from "./ec2/vpc-endpoint";
import { vpcIpv4CidrBlockAssociation } from "./ec2/vpc-ipv4-cidr-block-association";
import { accessEntry } from "./eks/access-entry";
import { accessPolicyAssociation } from "./eks/access-policy-association";
import { addon } from "./eks/addon";
import { cluster } from "./eks/cluster";
import { fargateProfile } from "./eks/fargate-profile";
import { nodeGroup } from "./eks/node-group";
import { podIdentityAssociation } from "./eks/pod-identity-association";
import { genericModel } from "./generic";
import { instanceProfile } from "./iam/instance-profile";
import { openIdConnectProvider } from "./iam/open-id-connect-provider";
import { policy } from "./iam/policy";
import { role } from "./iam/role";
import { rolePolicy } from "./iam/role-policy";
import { rolePolicyAttachment } from "./iam/role-policy-attachment";
import { kmsAlias } from "./kms/alias";
import { kmsKey } from "./kms/key";
import { kmsKeyPolicy } from "./kms/key-policy";
import { kubernetesModel } from "./kubernetes/object";
import type { Model } from "./model";
import { organizationsModels } from "./organizations";
import { dbInstance } from "./rds/instance";
import { s3Models } from "./s3";
import { secret } from "./secretsmanager/secret";
import { secretPolicy } from "./secretsmanager/secret-policy";
import { secretVersion } from "./secretsmanager/secret-version";
import { serviceQuota } from "./servicequotas/service-quota";
import { securityGroupEgressRule, securityGroupIngressRule } from "./vpc/security-group-rules";

/** Every type that has a model of its own. */
export const models: readonly Model[] = [
  accessEntry,
  accessPolicyAssociation,
  addon,
  autoScalingGroup,
  cluster,
  dbInstance,
  defaultNetworkAcl,
  defaultRouteTable,
  defaultSecurityGroup,
  eip,
  fargateProfile,
  flowLog,
  instanceMetadataDefaults,
  instanceProfile,
  internetGateway,
  keyPair,
  kmsAlias,
  kmsKey,
  kmsKeyPolicy,
  launchTemplate,
  logGroup,
  logResourcePolicy,
  natGateway,
  nodeGroup,
  openIdConnectProvider,
  ...organizationsModels,
  placementGroup,
  podIdentityAssociation,
  policy,
  role,
  rolePolicy,
  rolePolicyAttachment,
  route,
  routeTable,
  routeTableAssociation,
  ...s3Models,
  secret,
  secretPolicy,
  secretVersion,
  securityGroup,
  securityGroupEgressRule,
  securityGroupIngressRule,
  securityGroupRule,
  serviceQuota,
  subnet,
  table,
  vpc,
  vpcBlockPublicAccessExclusion,
  vpcBlockPublicAccessOptions,
  vpcEndpoint,
  vpcIpv4CidrBlockAssociation,
];

const byType = new Map(models.map((model) => [model.type, model]));

/** The model of a type, or the generic one; objects of Kubernetes have one model. */
export function modelOf(type: string): Model {
  if (type.startsWith("kubernetes:")) return kubernetesModel(type);
  const known = byType.get(type);
  if (known !== undefined) return known;
  const generic = genericModel(type, shapeOf(type));
  byType.set(type, generic);
  return generic;
}
