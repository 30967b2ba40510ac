import { valuesAt } from "../../values";
import type { Model } from "../model";
import { bucketElsewhere, ofOwnedBucket } from "./references";
import { bucketEncryptionType } from "./types";

const byDefault = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html";

/** A bucket's default encryption. S3 takes a key here without looking at it; objects then are refused. */
export const bucketServerSideEncryptionConfiguration: Model = {
  ...ofOwnedBucket,
  type: bucketEncryptionType,
  schema: "internal/service/s3/bucket_server_side_encryption_configuration.go",
  sets: ["rules"],
  refusals: [
    bucketElsewhere,
    {
      code: "InvalidArgument",
      source: byDefault,
      reads: ["rules"],
      atPreview: true,
      when: ({ inputs }) => {
        const [algorithm] = valuesAt(inputs, "rules.applyServerSideEncryptionByDefault.sseAlgorithm");
        const [key] = valuesAt(inputs, "rules.applyServerSideEncryptionByDefault.kmsMasterKeyId");
        return key !== undefined && key !== "" && algorithm === "AES256"
          ? "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse"
          : undefined;
      },
    },
  ],
};
