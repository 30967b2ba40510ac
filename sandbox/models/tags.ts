import { tagsOf } from "../cloud/read";
import type { Model, Refusal, Request } from "./model";

/** How a service refuses tags: the same rules everywhere, each service with codes and words of its own. */
interface TagRules {
  /** The page that states the rules or the codes. */
  source: string;
  /** Most tags of one thing, with those that the provider gives everything. Default: 50. */
  count?: number;
  /** Code for more tags than that. */
  tooMany: string;
  /** Code for a key of more than 128 characters or of none, and for a value of more than 256. */
  badLength: string;
  /**
   * Code for a key that starts with `aws:`. The real provider leaves such a tag out of its requests and shows it as
   * missing at every preview (terraform-provider-aws, internal/provider/sdkv2/tags_interceptor.go).
   */
  reserved: string;
  /** Code for two keys that differ in case only, of a service that takes them as one; absent of one that does not. */
  sameKey?: string;
}

const ec2: TagRules = {
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html",
  tooMany: "TagLimitExceeded",
  badLength: "InvalidParameterValue",
  reserved: "InvalidParameterValue",
};

const iam: TagRules = {
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html",
  tooMany: "LimitExceeded",
  badLength: "ValidationError",
  reserved: "InvalidInput",
  sameKey: "InvalidInput",
};

const kms: TagRules = {
  source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html",
  tooMany: "LimitExceededException",
  badLength: "ValidationException",
  reserved: "TagException",
};

const secretsManager: TagRules = {
  source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html",
  tooMany: "InvalidParameterException",
  badLength: "ValidationException",
  reserved: "InvalidParameterException",
};

const logs: TagRules = {
  source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html",
  tooMany: "TooManyTagsException",
  badLength: "InvalidParameterException",
  reserved: "InvalidParameterException",
};

/** By the module in a type's token, e.g. `ec2` of `aws:ec2/vpc:Vpc`. One row a service: add yours. */
const services: Readonly<Record<string, TagRules>> = {
  cloudwatch: logs,
  ec2,
  eks: {
    source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html",
    tooMany: "InvalidParameterException",
    badLength: "InvalidParameterException",
    reserved: "InvalidParameterException",
  },
  organizations: {
    source: "https://docs.aws.amazon.com/organizations/latest/APIReference/API_TagResource.html",
    tooMany: "ConstraintViolationException",
    badLength: "InvalidInputException",
    reserved: "InvalidInputException",
  },
  s3: {
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html",
    tooMany: "InvalidTag",
    badLength: "InvalidTag",
    reserved: "InvalidTag",
  },
  iam,
  kms,
  secretsmanager: secretsManager,
  vpc: ec2,
};

/** Of a service that has no row. */
const general: TagRules = {
  source: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  tooMany: "ValidationException",
  badLength: "ValidationException",
  reserved: "ValidationException",
};

const maxTags = 50;
const maxKey = 128;
const maxValue = 256;

/** Characters as AWS counts them: Unicode's, not UTF-16's. */
const length = (text: string) => [...text].length;
const entries = ({ inputs }: Request) => Object.entries(tagsOf(inputs.tagsAll));

function refusalsBy({ source, count = maxTags, tooMany, badLength, reserved, sameKey }: TagRules): readonly Refusal[] {
  const refusal = (code: string, when: Refusal["when"]): Refusal => ({
    code,
    source,
    reads: ["tagsAll"],
    atPreview: true,
    when,
  });
  const refusals = [
    refusal(tooMany, (request) =>
      entries(request).length > count ? `The maximum number of tags for a resource, ${count}, is exceeded.` : undefined,
    ),
    refusal(badLength, (request) => {
      for (const [key, value] of entries(request)) {
        if (length(key) > maxKey) return `Tag key exceeds the maximum length of ${maxKey} characters`;
        if (key === "") return "Tag key must not be empty";
        if (length(value) > maxValue)
          return `Tag value of '${key}' exceeds the maximum length of ${maxValue} characters`;
      }
      return undefined;
    }),
    refusal(reserved, (request) => {
      const key = entries(request).find(([name]) => name.toLowerCase().startsWith("aws:"))?.[0];
      return (
        key &&
        `Value (${key}) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`
      );
    }),
  ];
  if (sameKey === undefined) return refusals;
  return [...refusals, refusal(sameKey, sameKeyOf)];
}

function sameKeyOf(request: Request): string | undefined {
  const seen = new Set<string>();
  for (const [key] of entries(request)) {
    if (seen.has(key.toLowerCase())) return `Duplicate tag key found: ${key}. Tag keys are case insensitive.`;
    seen.add(key.toLowerCase());
  }
  return undefined;
}

const byService = new Map(Object.entries(services).map(([service, rules]) => [service, refusalsBy(rules)]));
const byDefault = refusalsBy(general);

/** Modules whose services have tag rules of their own here. */
export const taggedServices: readonly string[] = Object.keys(services);

/** What is refused of the tags of a type; nothing of one that takes none. */
export function tagRefusalsOf({ type, tagged }: Pick<Model, "type" | "tagged">): readonly Refusal[] {
  const service = /^aws:(\w+)\//.exec(type)?.[1];
  return tagged && service !== undefined ? (byService.get(service) ?? byDefault) : [];
}
