import type { Rule } from "../../../core/rule";
import { s3AccessLogging } from "./s3-access-logging";
import { s3AccountPublicAccessBlock } from "./s3-account-public-access-block";
import { s3AclsDisabled } from "./s3-acls-disabled";
import { s3CorsRestricted } from "./s3-cors-restricted";
import { s3EncryptionKms } from "./s3-encryption-kms";
import { s3NoPublicAcl } from "./s3-no-public-acl";
import { s3NoWebsiteHosting } from "./s3-no-website-hosting";
import { s3PolicyNoPublicPrincipal } from "./s3-policy-no-public-principal";
import { s3PolicyRequiresTls } from "./s3-policy-requires-tls";
import { s3PublicAccessBlock } from "./s3-public-access-block";

export const s3Rules: readonly Rule[] = [
  s3AccessLogging,
  s3AccountPublicAccessBlock,
  s3AclsDisabled,
  s3CorsRestricted,
  s3EncryptionKms,
  s3NoPublicAcl,
  s3NoWebsiteHosting,
  s3PolicyNoPublicPrincipal,
  s3PolicyRequiresTls,
  s3PublicAccessBlock,
];
