import { z } from "zod";
import { isCopy } from "../../../core/databases";
import { isRecord } from "../../../core/json";
import { exampleKey, namesOwnKey } from "../../../core/kms";
import { resourceRule } from "../../../core/rule";
import { forEachKnown } from "../../../core/unknown";

interface Store {
  /** What has to be true so that it is encrypted at all, as dotted paths; nothing where AWS always encrypts it. */
  readonly switches: readonly string[];
  /** Which property names the key; none where the store takes none. */
  readonly key?: string;
}

/** Everything is off, and every key AWS's own, where nothing is said. */
const stores: Readonly<Record<string, Store>> = {
  "aws:docdb/cluster:Cluster": { switches: ["storageEncrypted"], key: "kmsKeyId" },
  "aws:neptune/cluster:Cluster": { switches: ["storageEncrypted"], key: "kmsKeyArn" },
  "aws:dax/cluster:Cluster": { switches: ["serverSideEncryption.enabled"] },
  "aws:workspaces/workspace:Workspace": {
    switches: ["rootVolumeEncryptionEnabled", "userVolumeEncryptionEnabled"],
    key: "volumeEncryptionKey",
  },
  // Encrypted whatever one does: docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html,
  // docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html,
  // docs.aws.amazon.com/qldb/latest/developerguide/encryption-at-rest.html,
  // docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html
  "aws:memorydb/cluster:Cluster": { switches: [], key: "kmsKeyArn" },
  "aws:timestreamwrite/database:Database": { switches: [], key: "kmsKeyId" },
  "aws:qldb/ledger:Ledger": { switches: [], key: "kmsKey" },
  "aws:fsx/lustreFileSystem:LustreFileSystem": { switches: [], key: "kmsKeyId" },
};

/** Data is encrypted where it lies. */
export const dataStoresEncrypted = resourceRule({
  name: "data-stores-encrypted",
  title: "Clusters of DocumentDB, Neptune, DAX and the like, file systems and workspaces are encrypted at rest.",
  severity: "high",
  types: [
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:dax/cluster:Cluster",
    "aws:memorydb/cluster:Cluster",
    "aws:timestreamwrite/database:Database",
    "aws:qldb/ledger:Ledger",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:workspaces/workspace:Workspace",
  ],
  parameters: z.object({
    requireCustomerKey: z
      .boolean()
      .default(false)
      .describe("Whether the key has to be of one's own, where the store takes one"),
  }),
  controls: {
    "iso27001-2022": ["A.8.24", "A.8.11"],
    "pci-4.0": ["3.5.1", "8.3.2"],
  },
  remediationSteps:
    "Set storageEncrypted, serverSideEncryption.enabled, or rootVolumeEncryptionEnabled and userVolumeEncryptionEnabled to true; each makes a new store, to which the data has to be taken.",
  docs: {
    why: "Whoever gets at a disk, a snapshot or a backup of the store reads all that is in it.",
    component: "EncryptionKey makes the key.",
    good: {
      "aws:docdb/cluster:Cluster": { storageEncrypted: true, kmsKeyId: exampleKey },
      "aws:neptune/cluster:Cluster": { storageEncrypted: true, kmsKeyArn: exampleKey },
      "aws:dax/cluster:Cluster": { serverSideEncryption: { enabled: true } },
      "aws:memorydb/cluster:Cluster": { kmsKeyArn: exampleKey },
      "aws:timestreamwrite/database:Database": { kmsKeyId: exampleKey },
      "aws:qldb/ledger:Ledger": { kmsKey: exampleKey },
      "aws:fsx/lustreFileSystem:LustreFileSystem": { kmsKeyId: exampleKey },
      "aws:workspaces/workspace:Workspace": {
        rootVolumeEncryptionEnabled: true,
        userVolumeEncryptionEnabled: true,
        volumeEncryptionKey: exampleKey,
      },
    },
  },
  check({ type, props }, report, { requireCustomerKey }) {
    const store = stores[type];
    if (store === undefined || isCopy(props)) return;
    forEachKnown(store.switches, (path) => {
      if (valueAt(props, path) !== true) report(`the data is not encrypted at rest: set ${path} to true`);
    });
    if (requireCustomerKey && store.key && !namesOwnKey<object>(props, store.key as never)) {
      report(`the data is encrypted with AWS's own key: set ${store.key}`);
    }
  },
});

const valueAt = (props: object, path: string): unknown =>
  path.split(".").reduce<unknown>((holder, key) => (isRecord(holder) ? holder[key] : undefined), props);
