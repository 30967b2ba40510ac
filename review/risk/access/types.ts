/**
 * Types whose properties say who may do what, or what may reach what. A change of one may widen access; where no judge knows
 * the type, it counts as a danger, and a review says that it is not judged.
 */
const accessTypes = [
  /^aws:iam\//,
  /^aws:eks\/access/,
  /^aws:eks\/podIdentity/,
  /^aws:kms\/(key|keyPolicy|grant):/,
  /^aws:ec2\/(securityGroup|securityGroupRule|networkAcl|networkAclRule|defaultSecurityGroup|defaultNetworkAcl):/,
  /^aws:vpc\/securityGroup/,
  /^aws:s3\/bucket(Policy|Acl|PublicAccessBlock)/,
  /^kubernetes:rbac\.authorization\.k8s\.io\//,
];

/** Whether things of a type say who may do or reach what. */
export const isAccessType = (type: string): boolean => accessTypes.some((pattern) => pattern.test(type));

/** Properties of other types that say who may do or reach what: public addresses and endpoints, policies, rules, routes. */
const accessProperties = /public|polic(y|ies)|ingress|egress|principal|permissionsBoundary|routes|cidrs/i;

/** Whether a change of the property at `path` may change access, whatever the type. */
export const changesAccess = (path: string): boolean => accessProperties.test(path);

/** Those of them that give nobody anything by themselves. */
const harmless = [
  /^aws:iam\/(instanceProfile|accountAlias|accountPasswordPolicy|group|user|virtualMfaDevice|serverCertificate):/,
  /^aws:vpc\/securityGroupVpcAssociation/,
];

/** Whether a review has to say of a type that it is not judged, where no judge knows it. */
export const mayGive = (type: string): boolean => isAccessType(type) && !harmless.some((one) => one.test(type));
