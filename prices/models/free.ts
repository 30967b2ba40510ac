/**
 * Types that AWS does not charge for by themselves, as patterns of their tokens: settings, permissions, names and places of
 * what is charged. What is neither here nor has a model is counted as unpriced.
 */
const patterns: readonly RegExp[] = [
  /^aws:iam\//,
  /^aws:vpc\//,
  /^aws:route53\/record:/,
  /^aws:ec2\/(vpc|subnet|route|mainRouteTable|internetGateway|egressOnly|securityGroup|networkAcl|default|dhcp|vpcDhcp|keyPair|placementGroup|launchTemplate|eipAssociation|volumeAttachment|vpcEndpoint[A-Z]|flowLog|instanceMetadataDefaults|tag)/,
  /^aws:autoscaling\/(attachment|lifecycleHook|notification|policy|schedule|tag):/,
  /^aws:launchconfiguration\//,
  /^aws:ec2\/launchConfiguration:/,
  /^aws:eks\/(accessEntry|accessPolicyAssociation|addon|identityProviderConfig|podIdentityAssociation):/,
  /^aws:ebs\/(encryptionByDefault|defaultKmsKey|snapshotBlockPublicAccess):/,
  /^aws:kms\/(alias|grant|keyPolicy):/,
  /^aws:s3\/bucket[A-Z]/,
  /^aws:(lb|alb|elb)\/(listener|targetGroup|attachment|trustStore)/,
  /^aws:rds\/(subnetGroup|parameterGroup|clusterParameterGroup|optionGroup|eventSubscription|roleAssociation|clusterRoleAssociation):/,
  /^aws:elasticache\/(subnetGroup|parameterGroup|user|userGroup)/,
  /^aws:cloudwatch\/(logResourcePolicy|logSubscriptionFilter|logMetricFilter|logStream|eventRule|eventTarget):/,
  /^aws:secretsmanager\/secret(Policy|Rotation|Version):/,
  /^aws:ecr\/(lifecyclePolicy|repositoryPolicy|registryPolicy)/,
  /^aws:(sns|sqs)\/.*[pP]olicy/,
  /^aws:lambda\/permission:/,
  /^aws:acm\/certificate/,
  /^aws:budgets\//,
  /^aws:resourcegroups\//,
];

/** Packages of which nothing is charged for by itself: what runs on what is, files, and what only the state holds. */
const freePackages: ReadonlySet<string> = new Set([
  ...["kubernetes", "pulumi", "random", "tls", "time", "null", "local", "command", "archive", "cloudinit", "std"],
]);

/** Whether a thing of a package other than aws costs nothing by itself. */
export const isOfFreePackage = (type: string): boolean => freePackages.has(type.slice(0, type.indexOf(":")));

export const isFree = (type: string): boolean => patterns.some((pattern) => pattern.test(type));
