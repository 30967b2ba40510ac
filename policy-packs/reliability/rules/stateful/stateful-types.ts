/**
 * Types whose deletion loses data for good, with the property that names them in AWS; none where AWS or the program must
 * name them in any case.
 *
 * Not here: KMS keys and secrets, which AWS keeps for a week or more after their deletion; logs, and caches, which are
 * copies; clusters of EKS and ECS, whose state is in code.
 */
export const statefulTypes: ReadonlyMap<string, string | undefined> = new Map([
  ["aws:backup/vault:Vault", "name"],
  ["aws:cognito/userPool:UserPool", "name"],
  ["aws:docdb/cluster:Cluster", "clusterIdentifier"],
  ["aws:dynamodb/table:Table", "name"],
  ["aws:ebs/volume:Volume", undefined],
  ["aws:ecr/repository:Repository", "name"],
  ["aws:efs/fileSystem:FileSystem", undefined],
  ["aws:elasticsearch/domain:Domain", "domainName"],
  ["aws:fsx/lustreFileSystem:LustreFileSystem", undefined],
  ["aws:fsx/ontapFileSystem:OntapFileSystem", undefined],
  ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem", undefined],
  ["aws:fsx/windowsFileSystem:WindowsFileSystem", undefined],
  ["aws:keyspaces/table:Table", undefined],
  ["aws:kinesis/stream:Stream", "name"],
  ["aws:memorydb/cluster:Cluster", "name"],
  ["aws:mq/broker:Broker", "brokerName"],
  ["aws:msk/cluster:Cluster", "clusterName"],
  ["aws:neptune/cluster:Cluster", "clusterIdentifier"],
  ["aws:opensearch/domain:Domain", "domainName"],
  ["aws:rds/cluster:Cluster", "clusterIdentifier"],
  ["aws:rds/globalCluster:GlobalCluster", undefined],
  ["aws:rds/instance:Instance", "identifier"],
  ["aws:redshift/cluster:Cluster", undefined],
  ["aws:s3/bucket:Bucket", "bucket"],
  ["aws:s3/bucketV2:BucketV2", "bucket"],
  ["aws:timestreamwrite/table:Table", undefined],
]);
