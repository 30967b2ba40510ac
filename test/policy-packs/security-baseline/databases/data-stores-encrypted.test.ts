import { dataStoresEncrypted } from "../../../../policy-packs/security-baseline/rules/databases/data-stores-encrypted";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const neptune = "aws:neptune/cluster:Cluster";
const dax = "aws:dax/cluster:Cluster";
const workspace = "aws:workspaces/workspace:Workspace";
const configuration = { requireCustomerKey: true };

testRule(dataStoresEncrypted, {
  bad: {
    "DocumentDB left at its defaults": { props: {} },
    "DocumentDB in clear": { set: { storageEncrypted: false } },
    "Neptune left at its defaults": { of: neptune, unset: ["storageEncrypted"] },
    "Neptune in clear": { of: neptune, set: { storageEncrypted: false } },
    "DAX left at its defaults": { of: dax, props: {} },
    "DAX without a word": { of: dax, set: { serverSideEncryption: {} } },
    "DAX in clear": { of: dax, set: { "serverSideEncryption.enabled": false } },
    "a workspace left at its defaults": { of: workspace, props: {} },
    "a workspace's root volume": { of: workspace, unset: ["rootVolumeEncryptionEnabled"] },
    "a workspace's user volume behind an unknown root volume": {
      of: workspace,
      set: { rootVolumeEncryptionEnabled: unknown, userVolumeEncryptionEnabled: false },
    },
    "AWS's key of DocumentDB": { unset: ["kmsKeyId"], configuration },
    "AWS's key of a workspace": { of: workspace, set: { volumeEncryptionKey: "alias/aws/workspaces" }, configuration },
    "AWS's key of MemoryDB": { of: "aws:memorydb/cluster:Cluster", props: {}, configuration },
    "AWS's key of Timestream": { of: "aws:timestreamwrite/database:Database", props: {}, configuration },
    "AWS's key of a ledger": { of: "aws:qldb/ledger:Ledger", props: {}, configuration },
    "AWS's key of Lustre": { of: "aws:fsx/lustreFileSystem:LustreFileSystem", props: {}, configuration },
  },
  good: {
    "AWS's key": { unset: ["kmsKeyId"] },
    "a cluster that is restored, which is what its snapshot is": { props: { snapshotIdentifier: "orders-2026-11" } },
    "a key that is not known yet": { set: { kmsKeyId: unknown }, configuration },
    "MemoryDB left at its defaults": { of: "aws:memorydb/cluster:Cluster", props: {} },
    "DAX, which takes no key": { of: dax, configuration },
  },
  unknown: ["storageEncrypted"],
});
