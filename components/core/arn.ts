import { z } from "zod";

/** The parts of an ARN: docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  /** e.g. aws, aws-cn, aws-us-gov. */
  partition: string;
  /** Namespace of the service, e.g. kms. */
  service: string;
  /** Empty where the service is global, such as IAM. */
  region: string;
  /** Empty where the name is unique by itself, such as a bucket's. */
  accountId: string;
  /** All that comes after the account; may hold colons. */
  resource: string;
}

const form = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|aws|):(.+)$/;

/** The parts of `text`; undefined where it is no ARN. */
export function parseArn(text: string): Arn | undefined {
  const [, partition, service, region, accountId, resource] = form.exec(text) ?? [];
  if (partition === undefined || service === undefined || resource === undefined) return undefined;
  return { partition, service, region: region ?? "", accountId: accountId ?? "", resource };
}

export function formatArn({ partition, service, region, accountId, resource }: Arn): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}

function arnSchema(what: string, service: string, resource: RegExp, example: string): z.ZodString {
  const isOne = (text: string) => {
    const arn = parseArn(text);
    return arn?.service === service && resource.test(arn.resource);
  };
  const error = `must be the ARN of ${what}, e.g. ${example}`;
  return z.string({ error }).refine(isOne, error);
}

/** Validators of ARNs, each with an example in its message. Any partition is taken. */
export const arnSchemas = {
  kmsKey: arnSchema(
    "a KMS key",
    "kms",
    /^key\/[\w-]+$/,
    "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  ),
  iamRole: arnSchema("an IAM role", "iam", /^role\/[\w+=,.@/-]+$/, "arn:aws:iam::111122223333:role/platform-admin"),
  iamPrincipal: arnSchema(
    "an IAM role, a user or an account's root",
    "iam",
    /^(root|(role|user)\/[\w+=,.@/-]+)$/,
    "arn:aws:iam::111122223333:role/platform-admin",
  ),
};
