import { logsQuotas } from "../../quotas/logs";
import { sizeQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Model, Request } from "../model";
import { malformed } from "../policies/refusals";

const type = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
const putResourcePolicy =
  "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html";

/** A policy of the account has a name; one of a log group has the group's ARN. */
const id = ({ inputs }: Request) => text(inputs, "policyName") ?? text(inputs, "resourceArn") ?? "";

/** What services of AWS may write to log groups. */
export const logResourcePolicy: Model = {
  type,
  schema: "internal/service/logs/resource_policy.go",
  immutable: ["policyName", "resourceArn"],
  documents: ["policyDocument"],
  refusals: [
    malformed("resource", {
      property: "policyDocument",
      code: "InvalidParameterException",
      source: putResourcePolicy,
    }),
    sizeQuota(
      logsQuotas.resourcePolicies,
      { code: "LimitExceededException", on: ["create"], message: () => "Resource limit exceeded." },
      (request) => {
        if (request.inputs.resourceArn !== undefined) return 0;
        const others = request.scope
          .list(type)
          .filter(({ id: name, outputs }) => outputs.resourceArn === undefined && name !== id(request));
        return others.length + 1;
      },
    ),
  ],
  id,
  computed: {
    policyScope: ({ inputs }) => (inputs.resourceArn === undefined ? "ACCOUNT" : "RESOURCE"),
    revisionId: ({ digits }) => digits.slice(0, 16),
  },
  recomputed: ["revisionId"],
};
