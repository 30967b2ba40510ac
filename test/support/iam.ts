import type { Properties } from "../../sandbox/values";
import { make, permissions, preview, roleType, trustPolicy } from "./models";

export const policyType = "aws:iam/policy:Policy";
export const profileType = "aws:iam/instanceProfile:InstanceProfile";
export const providerType = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

export const role = (more: Properties) => make(roleType, { name: "app", assumeRolePolicy: trustPolicy(), ...more });
export const previewRole = (more: Properties) => preview(roleType, { assumeRolePolicy: trustPolicy(), ...more });

export const policy = (more: Properties) => make(policyType, { name: "read", policy: permissions(), ...more });
export const previewPolicy = (more: Properties) => preview(policyType, { policy: permissions(), ...more });

export const inline = (more: Properties) =>
  make("aws:iam/rolePolicy:RolePolicy", { role: "app", name: "read", policy: permissions(), ...more });
export const attach = (policyArn: string, to = "app") =>
  make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: to, policyArn });

export const profile = (more: Properties) => make(profileType, { name: "node", ...more });
export const provider = (more: Properties) =>
  make(providerType, { url: "https://oidc.example.com", clientIdLists: ["sts.amazonaws.com"], ...more });

/** A policy that AWS manages. */
export const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
export const awsPolicies = (count: number) => Array.from({ length: count }, (_, index) => awsPolicy(`Policy${index}`));

/** A trust policy for a principal. */
export const trusting = (principal: Properties) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
  });
