import { text } from "../../values";
import type { Refusal, Request } from "../model";

const namingRules = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";

const characters = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ipAddress = /^\d{1,3}(\.\d{1,3}){3}$/;
const reservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
const reservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

/** Refuses a name that no bucket can have. */
export const invalidBucketName: Refusal = {
  code: "InvalidBucketName",
  source: namingRules,
  on: ["create"],
  reads: ["bucket", "bucketNamespace"],
  atPreview: true,
  when: (request) => {
    const name = text(request.inputs, "bucket");
    return name === undefined || isValid(name, request) ? undefined : "The specified bucket is not valid.";
  },
};

function isValid(name: string, request: Request): boolean {
  return (
    characters.test(name) &&
    !name.includes("..") &&
    !ipAddress.test(name) &&
    !reservedPrefixes.some((prefix) => name.startsWith(prefix)) &&
    !reservedSuffixes.some((suffix) => name.endsWith(suffix)) &&
    isInItsNamespace(name, request)
  );
}

/** `-an` ends the names of an account's own namespace, which say the account and the region, and no others. */
function isInItsNamespace(name: string, { inputs, scope }: Request): boolean {
  if (inputs.bucketNamespace !== "account-regional") return !name.endsWith("-an");
  return name.endsWith(`-${scope.account}-${scope.region}-an`);
}
