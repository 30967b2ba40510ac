import {
  always,
  automatedBackups,
  either,
  emptyFirst,
  finalBackup,
  finalSnapshot,
  guard,
  namedSnapshot,
} from "./savings";
import type { Stateful } from "./stateful";

const aws = "https://docs.aws.amazon.com";
const database = "the database and everything in it is lost";
const files = "the file system and everything in it is lost";
const bucket = "every object in it is lost, with all versions";

const fileSystem = (skipped: boolean): Stateful => ({
  lost: files,
  saves: [finalBackup("skipFinalBackup", skipped)],
  source: `${aws}/fsx/latest/APIReference/API_DeleteFileSystem.html`,
});
const s3: Stateful = {
  lost: bucket,
  saves: [emptyFirst("forceDestroy")],
  source: `${aws}/AmazonS3/latest/userguide/delete-bucket.html`,
};
const search: Stateful = {
  lost: "every index and document in it is lost",
  saves: [always("its automated snapshots go with it; those in a bucket of one's own stay")],
  source: `${aws}/opensearch-service/latest/developerguide/managedomains-snapshots.html`,
};
const clustered = (source: string): Stateful => ({
  lost: database,
  saves: [finalSnapshot, guard("deletionProtection"), always("its automated backups are deleted with it")],
  source: `${aws}${source}`,
});

/** What AWS keeps for good. */
export const awsStores: Readonly<Record<string, Stateful>> = {
  "aws:rds/instance:Instance": {
    lost: database,
    saves: [finalSnapshot, guard("deletionProtection"), automatedBackups],
    source: `${aws}/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html`,
  },
  "aws:rds/cluster:Cluster": {
    lost: database,
    saves: [finalSnapshot, guard("deletionProtection"), automatedBackups],
    source: `${aws}/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html`,
  },
  "aws:rds/snapshot:Snapshot": backup("/AmazonRDS/latest/UserGuide/USER_DeleteSnapshot.html"),
  "aws:rds/clusterSnapshot:ClusterSnapshot": backup("/AmazonRDS/latest/AuroraUserGuide/aurora-delete-snapshot.html"),
  "aws:docdb/cluster:Cluster": clustered("/documentdb/latest/developerguide/db-cluster-delete.html"),
  "aws:neptune/cluster:Cluster": clustered("/neptune/latest/userguide/manage-console-instances-delete.html"),
  "aws:docdb/elasticCluster:ElasticCluster": {
    lost: database,
    saves: [always("no final snapshot is taken")],
    source: `${aws}/documentdb/latest/developerguide/elastic-managing.html`,
  },
  "aws:neptunegraph/graph:Graph": {
    lost: "the graph and everything in it is lost",
    saves: [guard("deletionProtection"), always("no final snapshot is taken")],
    source: `${aws}/neptune-analytics/latest/apiref/API_DeleteGraph.html`,
  },
  "aws:dsql/cluster:Cluster": {
    lost: database,
    saves: [guard("deletionProtectionEnabled")],
    source: `${aws}/aurora-dsql/latest/APIReference/API_DeleteCluster.html`,
  },
  "aws:dynamodb/table:Table": {
    lost: "the table and every item in it is lost",
    saves: [
      guard("deletionProtectionEnabled"),
      either(
        "pointInTimeRecovery.enabled",
        true,
        "a system backup stays for 35 days",
        "no backup stays: pointInTimeRecovery is off",
      ),
    ],
    source: `${aws}/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html`,
  },
  "aws:keyspaces/keyspace:Keyspace": {
    lost: "every table in it is lost",
    saves: [],
    source: `${aws}/keyspaces/latest/APIReference/API_DeleteKeyspace.html`,
  },
  "aws:keyspaces/table:Table": {
    lost: "the table and every row in it is lost",
    saves: [
      either(
        "pointInTimeRecovery.status",
        "ENABLED",
        "it can be restored to a point in time of the last 35 days",
        "no backup stays: pointInTimeRecovery is off",
      ),
    ],
    source: `${aws}/keyspaces/latest/devguide/PointInTimeRecovery_HowItWorks.html`,
  },
  "aws:timestreamwrite/database:Database": {
    lost: "every table in it is lost",
    saves: [],
    source: `${aws}/timestream/latest/developerguide/API_DeleteDatabase.html`,
  },
  "aws:timestreamwrite/table:Table": {
    lost: "every record in it is lost",
    saves: [],
    source: `${aws}/timestream/latest/developerguide/API_DeleteTable.html`,
  },
  "aws:timestreaminfluxdb/dbInstance:DbInstance": {
    lost: database,
    saves: [always("no final snapshot is taken")],
    source: `${aws}/ts-influxdb/latest/ts-influxdb-api/API_DeleteDbInstance.html`,
  },
  "aws:redshift/cluster:Cluster": {
    lost: "the warehouse and everything in it is lost",
    saves: [finalSnapshot, always("its automated snapshots are deleted with it")],
    source: `${aws}/redshift/latest/mgmt/managing-clusters-operations.html`,
  },
  "aws:redshiftserverless/namespace:Namespace": {
    lost: "the warehouse and everything in it is lost",
    saves: [always("no final snapshot is taken")],
    source: `${aws}/redshift-serverless/latest/APIReference/API_DeleteNamespace.html`,
  },
  "aws:memorydb/cluster:Cluster": {
    lost: database,
    saves: [namedSnapshot("finalSnapshotName")],
    source: `${aws}/memorydb/latest/APIReference/API_DeleteCluster.html`,
  },
  "aws:opensearch/domain:Domain": search,
  "aws:elasticsearch/domain:Domain": search,
  "aws:opensearch/serverlessCollection:ServerlessCollection": {
    lost: search.lost,
    saves: [],
    source: `${aws}/opensearch-service/latest/ServerlessAPIReference/API_DeleteCollection.html`,
  },
  "aws:s3/bucket:Bucket": s3,
  "aws:s3/bucketV2:BucketV2": s3,
  "aws:s3/directoryBucket:DirectoryBucket": s3,
  "aws:s3tables/tableBucket:TableBucket": {
    lost: "every table in it is lost",
    saves: [emptyFirst("forceDestroy")],
    source: `${aws}/AmazonS3/latest/API/API_s3Buckets_DeleteTableBucket.html`,
  },
  "aws:s3tables/table:Table": {
    lost: "the table and every row in it is lost",
    saves: [],
    source: `${aws}/AmazonS3/latest/API/API_s3Buckets_DeleteTable.html`,
  },
  "aws:glacier/vault:Vault": {
    lost: "every archive in it is lost",
    saves: [always("the deletion fails unless it is empty")],
    source: `${aws}/amazonglacier/latest/dev/deleting-vaults.html`,
  },
  "aws:efs/fileSystem:FileSystem": {
    lost: files,
    saves: [always("only what AWS Backup keeps of it stays")],
    source: `${aws}/efs/latest/ug/delete-efs-fs.html`,
  },
  "aws:fsx/lustreFileSystem:LustreFileSystem": fileSystem(true),
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": fileSystem(false),
  "aws:fsx/windowsFileSystem:WindowsFileSystem": fileSystem(false),
  "aws:fsx/ontapVolume:OntapVolume": fileSystem(false),
  "aws:fsx/ontapFileSystem:OntapFileSystem": {
    lost: files,
    saves: [always("the deletion fails while it has volumes")],
    source: `${aws}/fsx/latest/APIReference/API_DeleteFileSystem.html`,
  },
  "aws:fsx/openZfsVolume:OpenZfsVolume": {
    lost: "the volume and everything on it is lost",
    saves: [always("no final backup is taken")],
    source: `${aws}/fsx/latest/APIReference/API_DeleteVolume.html`,
  },
  "aws:ebs/volume:Volume": {
    lost: "the volume and everything on it is lost",
    saves: [
      either("finalSnapshot", true, "a final snapshot is taken", "no final snapshot is taken: finalSnapshot is off"),
    ],
    source: `${aws}/ebs/latest/userguide/ebs-deleting-volume.html`,
  },
  "aws:ebs/snapshot:Snapshot": backup("/ebs/latest/userguide/ebs-deleting-snapshot.html"),
  "aws:backup/vault:Vault": {
    lost: "every backup in it is lost",
    saves: [emptyFirst("forceDestroy")],
    source: `${aws}/aws-backup/latest/devguide/create-a-vault.html`,
  },
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": {
    lost: "every backup in it is lost",
    saves: [always("the deletion fails unless it is empty")],
    source: `${aws}/aws-backup/latest/devguide/logicallyairgappedvault.html`,
  },
};

function backup(source: string): Stateful {
  return { lost: "a backup is lost", saves: [], source: `${aws}${source}` };
}
