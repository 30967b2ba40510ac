import type { Rule } from "../../../core/rule";
import { s3AccessLogging } from "./s3-access-logging";
import { s3EncryptionKms } from "./s3-encryption-kms";
import { s3NoPublicAcl } from "./s3-no-public-acl";
import { s3PolicyNoPublicPrincipal } from "./s3-policy-no-public-principal";
import { s3PolicyRequiresTls } from "./s3-policy-requires-tls";
import { s3PublicAccessBlock } from "./s3-public-access-block";

export const s3Rules: readonly Rule[] = [
  s3AccessLogging,
  s3EncryptionKms,
  s3NoPublicAcl,
  s3PolicyNoPublicPrincipal,
  s3PolicyRequiresTls,
  s3PublicAccessBlock,
];
