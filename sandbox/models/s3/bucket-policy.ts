import { lengthOf, sizeQuota } from "../../quotas/quota";
import { s3Quotas } from "../../quotas/s3";
import { type Properties, text } from "../../values";
import type { Model, Refusal, Request } from "../model";
import { invalidPrincipals } from "../policies/refusals";
import { readPolicy, statementsOf, textsOf } from "../policy-document";
import { isForeign, isMismatched, isPublic, mistakeInStatement } from "./policy-mistakes";
import { blocksPublic, bucketElsewhere, ofBucket } from "./references";
import { bucketPolicyType } from "./types";

const guide = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";
const language = `${guide}/access-policy-language-overview.html`;

const statementsIn = ({ inputs }: Request): Properties[] => statementsOf(text(inputs, "policy") ?? "");

function malformed(inputs: Properties): string | undefined {
  const policy = text(inputs, "policy");
  if (policy === undefined) return undefined;
  const read = readPolicy(policy);
  if (read === undefined) return "Policies must be valid JSON and the first byte must be '{'";
  if (read.statements.length === 0) return "Missing required field Statement";
  return read.statements.flatMap((statement) => mistakeInStatement(statement) ?? [])[0];
}

const refusals: Refusal[] = [
  bucketElsewhere,
  sizeQuota(
    s3Quotas.bucketPolicy,
    {
      // Stated by reports of users only, not by the API reference.
      code: "PolicyTooLarge",
      reads: ["policy"],
      atPreview: true,
      message: () => "Policy exceeds the maximum allowed document size.",
    },
    lengthOf("policy"),
  ),
  {
    code: "MalformedPolicy",
    source: language,
    reads: ["policy"],
    atPreview: true,
    when: ({ inputs }) => malformed(inputs),
  },
  {
    code: "MalformedPolicy",
    source: `${guide}/s3-arn-format.html`,
    reads: ["bucket", "policy"],
    atPreview: true,
    when: (request) => {
      const bucket = text(request.inputs, "bucket") ?? "";
      const resources = statementsIn(request).flatMap(({ Resource, NotResource }) => textsOf(Resource ?? NotResource));
      return resources.some((resource) => isForeign(resource, bucket)) ? "Policy has invalid resource" : undefined;
    },
  },
  {
    code: "MalformedPolicy",
    source: `${guide}/troubleshoot-403-errors.html`,
    reads: ["policy"],
    atPreview: true,
    when: (request) =>
      statementsIn(request).some(isMismatched) ? "Action does not apply to any resource(s) in statement" : undefined,
  },
  ...invalidPrincipals(
    {
      property: "policy",
      code: "MalformedPolicy",
      source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    },
    () => "Invalid principal in policy",
  ),
  {
    code: "AccessDenied",
    source: `${guide}/access-control-block-public-access.html`,
    when: (request) =>
      blocksPublic(request, "blockPublicPolicy") && statementsIn(request).some(isPublic)
        ? "not authorized to perform: s3:PutBucketPolicy because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access."
        : undefined,
  },
];

export const bucketPolicy: Model = {
  ...ofBucket,
  type: bucketPolicyType,
  schema: "internal/service/s3/bucket_policy.go",
  documents: ["policy"],
  refusals,
};
