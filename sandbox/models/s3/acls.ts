import { type Properties, text } from "../../values";
import type { Model, Refusal } from "../model";
import { blocksPublic, bucketElsewhere, bucketReference, disablesAcls } from "./references";
import { bucketAclType } from "./types";

const ownership = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html";
const blockPublicAccess =
  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html";
const publicAcls = ["public-read", "public-read-write"];

const aclOf = (inputs: Properties) => text(inputs, "acl");

/** Refuses ACLs where the bucket's owner owns every object; those in `allowed` say no more than that. */
export const aclsDisabled = (allowed: readonly string[] = []): Refusal => ({
  code: "AccessControlListNotSupported",
  source: ownership,
  when: (request) => {
    const acl = aclOf(request.inputs);
    const asks = acl !== undefined || request.inputs.accessControlPolicy !== undefined;
    return asks && !allowed.includes(acl ?? "") && disablesAcls(request) ? "The bucket does not allow ACLs" : undefined;
  },
});

/** Refuses an ACL that lets the public in, where that is blocked. */
export const publicAclBlocked: Refusal = {
  code: "AccessDenied",
  source: blockPublicAccess,
  when: (request) =>
    publicAcls.includes(aclOf(request.inputs) ?? "") && blocksPublic(request, "blockPublicAcls")
      ? "Access Denied: public ACLs are blocked by the BlockPublicAcls setting of the bucket"
      : undefined,
};

export const bucketAcl: Model = {
  type: bucketAclType,
  schema: "internal/service/s3/bucket_acl.go",
  immutable: ["bucket", "expectedBucketOwner"],
  references: { bucket: bucketReference },
  refusals: [bucketElsewhere, aclsDisabled(), publicAclBlocked],
  id: ({ inputs }) =>
    ["bucket", "expectedBucketOwner", "acl"].flatMap((property) => text(inputs, property) ?? []).join(),
};
