import type { Props, Writable } from "../../../core/resource-types";
import { type Report, resourceRule } from "../../../core/rule";
import { isNonEmpty, isSet } from "../../../core/unknown";

const delivery = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
type Stream = Props<"aws:kinesis/stream:Stream">;
type Delivery = Props<typeof delivery>;

/** Kinesis encrypts what it holds. */
export const kinesisEncrypted = resourceRule({
  name: "kinesis-encrypted",
  title: "A Kinesis stream or Firehose delivery stream encrypts its records with KMS.",
  severity: "high",
  types: ["aws:kinesis/stream:Stream", delivery],
  controls: {
    soc2: ["PI1.4"],
    "iso27001-2022": ["A.8.24"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    'For a stream set encryptionType to KMS and kmsKeyId, e.g. alias/aws/kinesis; for Firehose set serverSideEncryption to { enabled: true }, with keyType "CUSTOMER_MANAGED_CMK" and keyArn for a key of your own.',
  docs: {
    why: "A stream holds days of records: unencrypted, nothing but its access policy stands between them and a reader.",
    good: {
      "aws:kinesis/stream:Stream": { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
      [delivery]: { serverSideEncryption: { enabled: true, keyType: "AWS_OWNED_CMK" } },
    },
  },
  check(resource, report) {
    if (resource.type === delivery) checkDelivery(resource.props, report);
    else checkStream(resource.props, report);
  },
  remediate(resource) {
    if (resource.type === delivery) mendDelivery(resource.props);
    else mendStream(resource.props);
  },
});

function checkStream(stream: Stream, report: Report): void {
  if (stream.encryptionType !== "KMS") report("the stream is not encrypted: set encryptionType to KMS and kmsKeyId");
  else if (!isNonEmpty(stream, "kmsKeyId")) report("encryption needs a key: set kmsKeyId, e.g. to alias/aws/kinesis");
}

function mendStream(stream: Writable<Stream>): void {
  if (stream.encryptionType !== "KMS") stream.encryptionType = "KMS";
  if (!isNonEmpty(stream, "kmsKeyId")) stream.kmsKeyId = "alias/aws/kinesis";
}

function checkDelivery(stream: Delivery, report: Report): void {
  if (isReader(stream)) return;
  const encryption = stream.serverSideEncryption;
  if (encryption?.enabled !== true) {
    report("records are not encrypted: set serverSideEncryption.enabled to true");
    return;
  }
  const keyType = encryption.keyType ?? "AWS_OWNED_CMK";
  if (!keyTypes.includes(keyType)) {
    report("there is no such key: set serverSideEncryption.keyType to AWS_OWNED_CMK or CUSTOMER_MANAGED_CMK");
  } else if (keyType === "CUSTOMER_MANAGED_CMK" && !isNonEmpty(encryption, "keyArn")) {
    report("a customer managed key is not named: set serverSideEncryption.keyArn");
  }
}

function mendDelivery(stream: Writable<Delivery>): void {
  if (isReader(stream)) return;
  stream.serverSideEncryption ??= {};
  const encryption = stream.serverSideEncryption;
  if (encryption.enabled !== true) encryption.enabled = true;
  const keyType = encryption.keyType ?? "AWS_OWNED_CMK";
  const isKnown = keyTypes.includes(keyType);
  if (!isKnown || (keyType === "CUSTOMER_MANAGED_CMK" && !isNonEmpty(encryption, "keyArn"))) {
    encryption.keyType = "AWS_OWNED_CMK";
  }
}

const keyTypes = ["AWS_OWNED_CMK", "CUSTOMER_MANAGED_CMK"];

/** One that reads a stream or a topic holds nothing of its own (docs.aws.amazon.com/firehose/latest/dev/encryption.html). */
const isReader = (stream: Delivery): boolean =>
  isSet(stream, "kinesisSourceConfiguration") || isSet(stream, "mskSourceConfiguration");
