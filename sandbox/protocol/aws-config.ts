import { z } from "zod";
import { CloudError } from "../cloud/errors";
import type { KubernetesSettings } from "../models/kubernetes/object";
import type { Properties, Value } from "../values";
import { plain, unknown } from "../values";

/** What a provider instance is configured with, as far as a pretend cloud needs it. */
export interface InstanceConfig {
  account: string;
  region: string;
  defaultTags: Record<string, string>;
  /** Of an instance of the Kubernetes provider. */
  kubernetes?: KubernetesSettings;
}

/** Account of an instance that names none: the one of the caller's own pretend credentials. */
export const defaultAccount = "111122223333";

const configSchema = z.object({
  region: z.string().optional(),
  allowedAccountIds: z.array(z.string()).default([]),
  forbiddenAccountIds: z.array(z.string()).default([]),
  assumeRoles: z.array(z.object({ roleArn: z.string().optional() })).default([]),
  defaultTags: z.object({ tags: z.record(z.string(), z.string()).default({}) }).default({ tags: {} }),
});

/**
 * Account, region and tags of an AWS provider instance.
 *
 * The account is that of the role it assumes; without one, the first allowed account: whoever uses the sandbox has
 * credentials of every account.
 *
 * @throws CloudError where there is no region, or the account is not allowed.
 */
export function awsConfig(args: Properties): InstanceConfig {
  const parsed = configSchema.parse(Object.fromEntries(Object.entries(plain(args)).flatMap(decoded)));
  const { region, allowedAccountIds, forbiddenAccountIds, assumeRoles, defaultTags } = parsed;
  if (region === undefined) {
    throw new CloudError("MissingRegion", "invalid AWS Region: set region on the provider, e.g. eu-west-1");
  }
  const account = accountOf(assumeRoles.at(-1)?.roleArn) ?? allowedAccountIds[0] ?? defaultAccount;
  const refused = allowedAccountIds.length > 0 && !allowedAccountIds.includes(account);
  if (refused || forbiddenAccountIds.includes(account)) {
    throw new CloudError("AccountNotAllowed", `AWS account ID not allowed: ${account}`);
  }
  return { account, region, defaultTags: defaultTags.tags };
}

const accountOf = (roleArn: string | undefined) => roleArn?.match(/^arn:[\w-]+:iam::(\d{12}):role\//)?.[1];

/** A provider's nested inputs arrive as JSON texts; what is not known yet is left out. */
function decoded([key, value]: [string, Value]): [string, Value][] {
  if (value === unknown) return [];
  if (typeof value !== "string" || !/^[[{]/.test(value)) return [[key, value]];
  const parsed: unknown = JSON.parse(value);
  return [[key, plain({ value: parsed as Value }).value ?? null]];
}
