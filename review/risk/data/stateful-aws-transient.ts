import { always, either, emptyFirst, guard, namedSnapshot } from "./savings";
import type { Stateful } from "./stateful";

const aws = "https://docs.aws.amazon.com";
const cache = (source: string, ...saves: Stateful["saves"]): Stateful => ({
  lost: "what it caches is lost, and everything behind it gets the load",
  saves,
  source: `${aws}${source}`,
});
const kafka: Stateful = {
  lost: "every topic and message in it is lost, with the offsets of its consumers",
  saves: [],
  source: `${aws}/msk/1.0/apireference/clusters-clusterarn.html`,
};

/** What AWS keeps for a while, what is a copy of something else, or what a program wrote and could write again. */
export const awsTransient: Readonly<Record<string, Stateful>> = {
  "aws:elasticache/cluster:Cluster": cache(
    "/AmazonElastiCache/latest/APIReference/API_DeleteCacheCluster.html",
    namedSnapshot("finalSnapshotIdentifier"),
  ),
  "aws:elasticache/replicationGroup:ReplicationGroup": cache(
    "/AmazonElastiCache/latest/APIReference/API_DeleteReplicationGroup.html",
    namedSnapshot("finalSnapshotIdentifier"),
  ),
  "aws:elasticache/serverlessCache:ServerlessCache": cache(
    "/AmazonElastiCache/latest/APIReference/API_DeleteServerlessCache.html",
    always("no final snapshot is taken"),
  ),
  "aws:dax/cluster:Cluster": cache("/amazondynamodb/latest/APIReference/API_dax_DeleteCluster.html"),
  "aws:msk/cluster:Cluster": kafka,
  "aws:msk/serverlessCluster:ServerlessCluster": kafka,
  "aws:mq/broker:Broker": {
    lost: "every message in it is lost",
    saves: [],
    source: `${aws}/amazon-mq/latest/api-reference/brokers-broker-id.html`,
  },
  "aws:kinesis/stream:Stream": {
    lost: "every record that is not read yet is lost",
    saves: [],
    source: `${aws}/kinesis/latest/APIReference/API_DeleteStream.html`,
  },
  "aws:sqs/queue:Queue": {
    lost: "every message in it is lost",
    saves: [always("a queue of the same name can be made 60 seconds later at the earliest")],
    source: `${aws}/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html`,
  },
  "aws:ecr/repository:Repository": {
    lost: "every image in it is lost: what runs cannot be started again elsewhere",
    saves: [emptyFirst("forceDelete")],
    source: `${aws}/AmazonECR/latest/userguide/repository-delete.html`,
  },
  "aws:ecrpublic/repository:Repository": {
    lost: "every image in it is lost, for everybody who pulls them",
    saves: [emptyFirst("forceDestroy")],
    source: `${aws}/AmazonECR/latest/public/public-repository-delete.html`,
  },
  "aws:codeartifact/repository:Repository": {
    lost: "every package version in it is lost",
    saves: [],
    source: `${aws}/codeartifact/latest/ug/delete-repo.html`,
  },
  "aws:codeartifact/domain:Domain": {
    lost: "every package version in it is lost",
    saves: [always("the deletion fails while it has repositories")],
    source: `${aws}/codeartifact/latest/ug/domain-delete.html`,
  },
  "aws:ec2/instance:Instance": {
    lost: "what it holds in memory and on instance store is lost",
    saves: [
      guard("disableApiTermination"),
      either("rootBlockDevice.deleteOnTermination", false, "its root volume stays", "its root volume goes with it"),
    ],
    source: `${aws}/AWSEC2/latest/UserGuide/terminating-instances.html`,
  },
  "aws:ec2/ami:Ami": {
    lost: "nothing can be started from the image any more",
    saves: [],
    source: `${aws}/AWSEC2/latest/UserGuide/deregister-ami.html`,
  },
  "aws:ssm/parameter:Parameter": {
    lost: "its value is lost, with its history",
    saves: [],
    source: `${aws}/systems-manager/latest/APIReference/API_DeleteParameter.html`,
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    lost: "every log event in it is lost",
    saves: [
      guard("deletionProtectionEnabled"),
      either(
        "skipDestroy",
        true,
        "the provider leaves it in the cloud: skipDestroy is on",
        "no copy stays: skipDestroy is off",
      ),
    ],
    source: `${aws}/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html`,
  },
  "aws:cloudtrail/eventDataStore:EventDataStore": {
    lost: "every event in it is lost: nobody can tell any more who did what",
    saves: [guard("terminationProtectionEnabled"), always("it can be restored for 7 days")],
    source: `${aws}/awscloudtrail/latest/APIReference/API_DeleteEventDataStore.html`,
  },
  "aws:amp/workspace:Workspace": {
    lost: "every metric in it is lost",
    saves: [],
    source: `${aws}/prometheus/latest/userguide/AMP-manage-ingest-query.html`,
  },
  "aws:grafana/workspace:Workspace": {
    lost: "every dashboard and alert in it is lost",
    saves: [],
    source: `${aws}/grafana/latest/APIReference/API_DeleteWorkspace.html`,
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    lost: "the definitions of its tables are lost; their data stays",
    saves: [],
    source: `${aws}/glue/latest/webapi/API_DeleteDatabase.html`,
  },
};
