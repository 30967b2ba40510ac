import { isClosedAcl } from "../../../core/buckets";
import { notPublic } from "../../../core/controls";
import { type Report, resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

/** No ACL opens a bucket or an object. */
export const s3NoPublicAcl = resourceRule({
  name: "s3-no-public-acl",
  title: "No ACL of an S3 bucket or object admits everyone, every AWS account or a group that may change it.",
  severity: "critical",
  types: [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "aws:s3/bucketAcl:BucketAcl",
    "aws:s3/bucketAclV2:BucketAclV2",
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
  ],
  controls: {
    soc2: ["CC6.1"],
    "nist-800-53-r5": [...notPublic.nist, "CM-6", "CM-9"],
    "iso27001-2022": ["A.8.1"],
    "pci-4.0": [...notPublic.pci, "10.3.3", "10.3.4", "A1.2.1"],
  },
  remediationSteps:
    "Set acl to private or leave it out, and remove grants to AllUsers, AuthenticatedUsers and WRITE_ACP.",
  docs: {
    why: "Public buckets are searched for all the time, and what has been copied from one cannot be taken back.",
    good: {
      "aws:s3/bucket:Bucket": { acl: "private" },
      "aws:s3/bucketV2:BucketV2": { acl: "private" },
      "aws:s3/bucketAcl:BucketAcl": {
        accessControlPolicy: {
          owner: { id: "canonical-user-id" },
          grants: [{ grantee: { type: "CanonicalUser", id: "canonical-user-id" }, permission: "FULL_CONTROL" }],
        },
      },
      "aws:s3/bucketAclV2:BucketAclV2": { acl: "log-delivery-write" },
      "aws:s3/bucketObject:BucketObject": { acl: "bucket-owner-full-control" },
      "aws:s3/bucketObjectv2:BucketObjectv2": { acl: "private" },
    },
  },
  check({ props }, report) {
    const { accessControlPolicy, grants } = grantsIn(props);
    forEachKnown(grants, (grant) => {
      const uri = grant.uri;
      forEachKnown(grant.permissions, (permission) => checkGrant(uri, permission, report));
    });
    forEachKnown(accessControlPolicy?.grants, (grant) => {
      checkGrant(grant.grantee?.uri, grant.permission, report);
    });
    if (!isClosedAcl(props.acl)) report("the canned ACL opens it to others: set acl to private");
  },
});

/** Buckets have grants of their own, the resources for ACLs a document of them. */
interface Grants {
  readonly grants?: readonly { readonly uri?: string; readonly permissions?: readonly string[] }[];
  readonly accessControlPolicy?: {
    readonly grants?: readonly { readonly grantee?: { readonly uri?: string }; readonly permission?: string }[];
  };
}
const grantsIn = (props: Grants | object): Grants => props;

function checkGrant(group: string | undefined, permission: string | undefined, report: Report): void {
  if (group === undefined || group === null) return;
  if (/\/(AllUsers|AuthenticatedUsers)$/.test(group)) {
    report("a grant admits everyone or every AWS account: remove it");
  } else if (permission === "WRITE_ACP" || permission === "FULL_CONTROL") {
    report("a grant lets a group change who is admitted: remove it");
  }
}
