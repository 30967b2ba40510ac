import type { PolicyKind } from "../../sandbox/models/policies/judge";

const account = "111122223333";
const oidc = "oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D4E5F";
const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** Documents of the shapes that AWS's and well-known projects' own pages show, all of which AWS takes. */
export const knownPolicies: Record<string, [PolicyKind, string]> = {
  "what an EKS cluster's role may do": [
    "managed",
    policy(
      {
        Sid: "AmazonEKSClusterPolicy",
        Effect: "Allow",
        Action: [
          "autoscaling:DescribeAutoScalingGroups",
          "ec2:AttachVolume",
          "elasticloadbalancing:*",
          "kms:DescribeKey",
        ],
        Resource: "*",
      },
      {
        Sid: "AmazonEKSClusterPolicySLRCreate",
        Effect: "Allow",
        Action: "iam:CreateServiceLinkedRole",
        Resource: "*",
        Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
      },
      {
        Effect: "Allow",
        Action: "ec2:CreateTags",
        Resource: "arn:aws:ec2:*:*:network-interface/*",
        Condition: { "ForAllValues:StringLike": { "aws:TagKeys": "eks:*" } },
      },
    ),
  ],
  "what the load balancer controller may do": [
    "managed",
    policy(
      {
        Effect: "Allow",
        Action: ["ec2:CreateTags"],
        Resource: "arn:aws:ec2:*:*:security-group/*",
        Condition: {
          StringEquals: { "ec2:CreateAction": "CreateSecurityGroup" },
          Null: { "aws:RequestTag/elbv2.k8s.aws/cluster": "false" },
        },
      },
      {
        Effect: "Allow",
        Action: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
        Resource: [
          "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*",
          "arn:aws:elasticloadbalancing:*:*:loadbalancer/net/*/*",
        ],
        Condition: { Null: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "false" } },
      },
    ),
  ],
  "what the EBS driver may do, in any partition": [
    "managed",
    policy({
      Effect: "Allow",
      Action: ["ec2:CreateVolume"],
      Resource: "arn:*:ec2:*:*:volume/*",
      Condition: { StringLike: { "aws:RequestTag/ebs.csi.aws.com/cluster": "true" } },
    }),
  ],
  "what nobody may do without a second factor": [
    "inline",
    policy({
      Sid: "DenyAllExceptListedIfNoMFA",
      Effect: "Deny",
      NotAction: ["iam:CreateVirtualMFADevice", "sts:GetSessionToken"],
      Resource: "*",
      Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    }),
  ],
  "a home folder each": [
    "managed",
    policy({
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: ["arn:aws:s3:::home", `arn:aws:s3:::home/\${aws:username}/*`],
      Condition: { StringLike: { "s3:prefix": [`\${aws:username}/*`] } },
    }),
  ],
  "a role for a service account, by OpenID Connect": [
    "trust",
    policy({
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${oidc}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { [`${oidc}:aud`]: "sts.amazonaws.com", [`${oidc}:sub`]: "system:serviceaccount:a:b" },
      },
    }),
  ],
  "a role for Pod Identity": [
    "trust",
    policy({
      Sid: "AllowEksAuthToAssumeRoleForPodIdentity",
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
    }),
  ],
  "a role for another account": [
    "trust",
    policy({
      Effect: "Allow",
      Principal: { AWS: [account, `arn:aws:iam::${account}:root`, "AROA1234567890EXAMPLE"] },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "sts:ExternalId": "a-b:c/d" } },
    }),
  ],
  "a role for single sign-on by SAML": [
    "trust",
    policy({
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::${account}:saml-provider/idp` },
      Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
      Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
    }),
  ],
  "a role for GitHub's workflows": [
    "trust",
    policy({
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:example/repo:*" } },
    }),
  ],
  "a key's default policy": [
    "resource",
    policy({
      Sid: "Enable IAM User Permissions",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    }),
  ],
  "a secret that another account's role may read": [
    "resource",
    policy({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::444455556666:role/team/app" },
      Action: "secretsmanager:GetSecretValue",
      Resource: "*",
    }),
  ],
};
