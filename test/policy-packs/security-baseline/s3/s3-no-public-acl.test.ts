import { s3NoPublicAcl } from "../../../../policy-packs/security-baseline/rules/s3/s3-no-public-acl";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const groups = "http://acs.amazonaws.com/groups";
const acl = "aws:s3/bucketAcl:BucketAcl";
const grant = (uri: string, permission = "READ") => ({ grantee: { type: "Group", uri }, permission });
const granting = (...grants: object[]) => ({ of: acl, props: { accessControlPolicy: { grants } } });

testRule(s3NoPublicAcl, {
  bad: {
    "a public bucket": { set: { acl: "public-read" } },
    "a bucket that everyone may write to": { set: { acl: "public-read-write" } },
    "a bucket for every AWS account": { set: { acl: "authenticated-read" } },
    "an ACL that S3 does not know": { set: { acl: "website" } },
    "an older public bucket": { of: "aws:s3/bucketV2:BucketV2", set: { acl: "public-read" } },
    "a public ACL": { of: acl, props: { acl: "public-read" } },
    "an older public ACL": { of: "aws:s3/bucketAclV2:BucketAclV2", props: { acl: "public-read" } },
    "a public object": { of: "aws:s3/bucketObject:BucketObject", set: { acl: "public-read" } },
    "a public object of the other type": { of: "aws:s3/bucketObjectv2:BucketObjectv2", set: { acl: "public-read" } },
    "a grant to everyone": granting(grant(`${groups}/global/AllUsers`)),
    "a grant to every AWS account": granting(grant(`${groups}/global/AuthenticatedUsers`, "READ_ACP")),
    "a grant to everyone behind another": granting(
      grant(`${groups}/s3/LogDelivery`),
      grant(`${groups}/global/AllUsers`),
    ),
    "a grant to everyone behind an unknown one": granting(grant(unknown), grant(`${groups}/global/AllUsers`)),
    "a group that may change the ACL": granting(grant(`${groups}/s3/LogDelivery`, "WRITE_ACP")),
    "a group that may do everything": granting(grant(`${groups}/s3/LogDelivery`, "FULL_CONTROL")),
    "a grant of the bucket's own": {
      props: { grants: [{ type: "Group", uri: `${groups}/global/AllUsers`, permissions: ["READ"] }] },
    },
    "a grant of an older bucket's own": {
      of: "aws:s3/bucketV2:BucketV2",
      props: { grants: [{ type: "Group", uri: `${groups}/global/AuthenticatedUsers`, permissions: ["WRITE"] }] },
    },
  },
  good: {
    "no ACL": { unset: ["acl"] },
    "an ACL without anything": { of: acl, props: {} },
    "the log delivery": granting(
      grant(`${groups}/s3/LogDelivery`, "WRITE"),
      grant(`${groups}/s3/LogDelivery`, "READ_ACP"),
    ),
    "an account": {
      props: { grants: [{ type: "CanonicalUser", id: "canonical-user-id", permissions: ["FULL_CONTROL"] }] },
    },
  },
  unknown: ["acl"],
});
