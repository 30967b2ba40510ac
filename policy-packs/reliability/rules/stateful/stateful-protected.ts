import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";
import { isInStack, stacks } from "../../../core/stacks";

/**
 * Types whose deletion loses data for good.
 *
 * Not here: KMS keys and secrets, which AWS keeps for a week or more after their deletion; logs, and caches, which are
 * copies; clusters of EKS and ECS, whose state is in code.
 */
const statefulTypes: ReadonlySet<string> = new Set([
  "aws:backup/vault:Vault",
  "aws:cognito/userPool:UserPool",
  "aws:docdb/cluster:Cluster",
  "aws:dynamodb/table:Table",
  "aws:ebs/volume:Volume",
  "aws:ecr/repository:Repository",
  "aws:efs/fileSystem:FileSystem",
  "aws:elasticsearch/domain:Domain",
  "aws:fsx/lustreFileSystem:LustreFileSystem",
  "aws:fsx/ontapFileSystem:OntapFileSystem",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
  "aws:fsx/windowsFileSystem:WindowsFileSystem",
  "aws:keyspaces/table:Table",
  "aws:kinesis/stream:Stream",
  "aws:memorydb/cluster:Cluster",
  "aws:mq/broker:Broker",
  "aws:msk/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:opensearch/domain:Domain",
  "aws:rds/cluster:Cluster",
  "aws:rds/globalCluster:GlobalCluster",
  "aws:rds/instance:Instance",
  "aws:redshift/cluster:Cluster",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:timestreamwrite/table:Table",
]);

/** Pulumi refuses to delete what holds data. */
export const statefulProtected = anyTypeRule({
  name: "stateful-protected",
  title: "A resource that holds data has the option protect.",
  severity: "high",
  // It also keeps a stack that is meant to go from going: which stacks, a company has to say first.
  level: "advisory",
  judges: (type) => statefulTypes.has(type),
  parameters: z.object({ stacks }),
  controls: {},
  remediationSteps:
    "Make the resource with { protect: true }; to delete it, take that back in a deployment of its own.",
  docs: {
    why: "A renamed resource or a removed line makes a deployment delete the data; protect makes it stop instead.",
    good: [
      {
        type: "aws:dynamodb/table:Table",
        name: "orders",
        props: { hashKey: "id", attributes: [{ name: "id", type: "S" }] },
        options: { protect: true },
      },
    ],
  },
  check({ urn, options }, report, parameters) {
    if (isInStack(urn, parameters.stacks) && options?.protect !== true) {
      report("a deployment can delete the data: set the resource option protect to true");
    }
  },
});
