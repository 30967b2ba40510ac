import { sizeQuota } from "../../quotas/quota";
import { s3Quotas } from "../../quotas/s3";
import { isObject, type Properties, type Value, valuesAt } from "../../values";
import type { Model, Refusal } from "../model";
import { listOf } from "../policy-document";
import { bucketElsewhere, ofOwnedBucket } from "./references";
import { bucketLifecycleType } from "./types";

const putLifecycle = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html";
const elements = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html";
const transitions =
  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html";

const actions = [
  "abortIncompleteMultipartUpload",
  "expiration",
  "noncurrentVersionExpiration",
  "noncurrentVersionTransitions",
  "transitions",
];
/** Storage classes that objects reach after a month at the earliest. */
const monthlyClasses = ["STANDARD_IA", "ONEZONE_IA"];
const month = 30;

const rulesOf = ({ rules }: Properties): Properties[] => listOf(rules).filter(isObject);
const numbersAt = (value: Value, path: string) => valuesAt(value, path).filter((item) => typeof item === "number");
const isEmpty = (value: Value | undefined) => value === undefined || (Array.isArray(value) && value.length === 0);

/** Refuses a configuration of which `mistake` finds something wrong in a rule. */
function ruleRefusal(code: string, source: string, mistake: (rule: Properties) => string | undefined): Refusal {
  return {
    code,
    source,
    reads: ["rules"],
    atPreview: true,
    when: ({ inputs }) => rulesOf(inputs).flatMap((rule) => mistake(rule) ?? [])[0],
  };
}

const refusals: Refusal[] = [
  bucketElsewhere,
  sizeQuota(
    s3Quotas.lifecycleRules,
    {
      code: "MalformedXML",
      reads: ["rules"],
      atPreview: true,
      message: () => "The XML you provided was not well-formed or did not validate against our published schema",
    },
    ({ inputs }) => rulesOf(inputs).length,
  ),
  {
    code: "InvalidArgument",
    source: elements,
    reads: ["rules"],
    atPreview: true,
    when: ({ inputs }) => {
      const ids = rulesOf(inputs).map(({ id }) => id);
      return new Set(ids).size < ids.length
        ? "Rule ID must be unique. Found same ID for more than one rule"
        : undefined;
    },
  },
  ruleRefusal("InvalidRequest", putLifecycle, (rule) =>
    actions.every((action) => isEmpty(rule[action]))
      ? "At least one action needs to be specified in a rule"
      : undefined,
  ),
  ruleRefusal("InvalidArgument", elements, (rule) =>
    // The provider takes 0 as nothing said.
    numbersAt(rule, "expiration.days").some((days) => days < 0)
      ? "'Days' for Expiration action must be a positive integer"
      : undefined,
  ),
  ruleRefusal("InvalidArgument", transitions, (rule) => {
    const early = listOf(rule.transitions)
      .filter(isObject)
      .find(
        ({ days, storageClass }) =>
          typeof days === "number" && days < month && monthlyClasses.includes(`${storageClass}`),
      );
    return early === undefined
      ? undefined
      : `'Days' in Transition action must be greater than or equal to ${month} for storageClass '${early.storageClass}'`;
  }),
  ruleRefusal("InvalidArgument", putLifecycle, (rule) => {
    const [expires] = numbersAt(rule, "expiration.days");
    return expires !== undefined && expires > 0 && numbersAt(rule, "transitions.days").some((days) => days >= expires)
      ? "'Days' in the Expiration action must be greater than 'Days' in the Transition action"
      : undefined;
  }),
];

export const bucketLifecycleConfiguration: Model = {
  ...ofOwnedBucket,
  type: bucketLifecycleType,
  schema: "internal/service/s3/bucket_lifecycle_configuration.go",
  sets: ["rules.noncurrentVersionTransitions", "rules.transitions"],
  refusals,
  computed: { transitionDefaultMinimumObjectSize: () => "all_storage_classes_128K" },
};
