import { z } from "zod";

/** What a fault may strike; `read` is what refresh does, `invoke` a function such as `aws.ec2.getVpc`. */
export const callNames = ["create", "read", "update", "delete", "invoke"] as const;
export type CallName = (typeof callNames)[number];

/** One call of the cloud, as faults see it. */
export interface Call {
  name: CallName;
  /** Pulumi's type token, or the function's. */
  type: string;
  /** Logical name of the resource; empty for a function. */
  resource: string;
}

/** How the cloud is made to fail. What is left out strikes everything. */
export const faultSchema = z.strictObject({
  /** Names the fault among others, e.g. for how often it struck. */
  id: z.string(),
  /** AWS's service, e.g. `ec2`, or `kubernetes`. */
  service: z.string().optional(),
  call: z.enum(callNames).optional(),
  /** Pulumi's type token. */
  type: z.string().optional(),
  /** AWS's error code, or `throttling`: the code by which the service throttles. */
  error: z.string().optional(),
  /** The cloud does what it was asked for, and its answer is cut off. */
  lostAnswer: z.boolean().optional(),
  /** The sandbox ends as if killed: before the cloud does anything, or once it has recorded what it did. */
  crash: z.enum(["before", "after"]).optional(),
  /** How much later the answer comes, once the cloud has recorded what it did. */
  latencyMs: z.int().min(0).optional(),
  /** Share of the calls that it strikes. */
  rate: z.number().gt(0).max(1),
  /** How often it strikes at most. Default: no limit. */
  times: z.int().min(1).optional(),
  /** How many calls it lets through first. Default: 0. */
  skip: z.int().min(0).optional(),
  /** What decides, with the resource and the number of the attempt, whether a call is struck. */
  seed: z.int(),
});
export type Fault = z.output<typeof faultSchema>;

/** The AWS services whose API is not called like the module of Pulumi's token. */
const services: [pattern: RegExp, service: string][] = [
  [/^aws:vpc\//, "ec2"],
  [/^aws:cloudwatch\/log/, "logs"],
  [/^aws:index\//, "sts"],
  [/^kubernetes:/, "kubernetes"],
];

/** The service that a type or function belongs to, e.g. `ec2` for `aws:vpc/securityGroupIngressRule:…`. */
export function serviceOf(type: string): string {
  const known = services.find(([pattern]) => pattern.test(type));
  return known?.[1] ?? /^aws:([^/:]+)/.exec(type)?.[1] ?? type;
}

/** The error code that stands for the service's own throttling code. */
export const throttling = "throttling";

/**
 * The codes by which services throttle, where that is not `ThrottlingException`.
 * Sources: docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html, docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html,
 * docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
 */
const throttlingCodes: Record<string, string> = {
  ec2: "RequestLimitExceeded",
  iam: "Throttling",
  sts: "Throttling",
  autoscaling: "Throttling",
  s3: "SlowDown",
  organizations: "TooManyRequestsException",
  kubernetes: "TooManyRequests",
};

/** The code that a fault answers a call with; undefined where it answers with none. */
export function codeOf({ error }: Fault, call: Call): string | undefined {
  return error === throttling ? (throttlingCodes[serviceOf(call.type)] ?? "ThrottlingException") : error;
}

/**
 * Codes that the AWS SDK tries again: its throttling codes, time-outs, and those with an HTTP status of 500 to 504
 * (github.com/aws/aws-sdk-go-v2, aws/retry/standard.go).
 */
const retried = new Set([
  ...["Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled"],
  ...["TooManyRequestsException", "TooManyRequests", "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown"],
  ...["LimitExceededException", "PriorRequestNotComplete", "EC2ThrottledException", "TransactionInProgressException"],
  ...["ProvisionedThroughputExceededException", "RequestTimeout", "RequestTimeoutException"],
  ...["InternalError", "InternalFailure", "InternalServerError", "InternalServerException", "ServerException"],
  ...["ServiceException", "ServiceUnavailable", "ServiceUnavailableException", "Unavailable", "ServiceFailure"],
]);

/** Whether the AWS SDK tries a call again that was answered with this code. */
export const isRetried = (code: string): boolean => retried.has(code);

/** Whether a fault is about a call at all. */
export function concerns(fault: Fault, call: Call): boolean {
  if (fault.service !== undefined && fault.service !== serviceOf(call.type)) return false;
  if (fault.call !== undefined && fault.call !== call.name) return false;
  return fault.type === undefined || fault.type === call.type;
}

/** A fault in words, e.g. `ec2 create: InternalError, rate 0.1, at most 3 times, seed 7`. */
export function inWords(fault: Fault): string {
  const { service, call, type, error, lostAnswer, crash, latencyMs, rate, times, skip, seed } = fault;
  const where = [service, type, call].filter(Boolean).join(" ") || "every call";
  const what = [
    error,
    lostAnswer && "its answer is lost",
    crash && `the sandbox ends ${crash} it`,
    latencyMs !== undefined && `answered ${latencyMs} ms later`,
    rate < 1 && `rate ${rate}, seed ${seed}`,
    times !== undefined && `at most ${times} times`,
    skip !== undefined && `not the first ${skip}`,
  ];
  return `${where}: ${what.filter(Boolean).join(", ")}`;
}
