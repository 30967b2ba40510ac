import { z } from "zod";
import { untypedRule } from "../../../core/rule";

/** Types that companies have components for. */
const types = [
  "aws:dynamodb/table:Table",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/vpc:Vpc",
  "aws:ecr/repository:Repository",
  "aws:ecs/service:Service",
  "aws:eks/cluster:Cluster",
  "aws:eks/nodeGroup:NodeGroup",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:iam/role:Role",
  "aws:kms/key:Key",
  "aws:lambda/function:Function",
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:msk/cluster:Cluster",
  "aws:opensearch/domain:Domain",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketV2:BucketV2",
  "aws:secretsmanager/secret:Secret",
  "aws:sns/topic:Topic",
  "aws:sqs/queue:Queue",
  "kubernetes:core/v1:Namespace",
] as const;

const cluster = "foundation:index:Cluster";

const parameters = z.object({
  components: z
    .partialRecord(z.enum(types), z.array(z.string()).min(1))
    .default({
      "aws:ec2/vpc:Vpc": ["foundation:index:Network"],
      "aws:eks/cluster:Cluster": [cluster],
      "aws:eks/nodeGroup:NodeGroup": [cluster],
      "aws:kms/key:Key": ["foundation:index:EncryptionKey", cluster],
    })
    .describe(
      "By the type of a resource, the types of the components that may make it; any other type anybody may make.",
    ),
});

/** Standards that are built once are used. */
export const pulumiComponentRequired = untypedRule({
  name: "pulumi-component-required",
  title: "What the platform has a component for is made by that component.",
  severity: "medium",
  // Which components teams must take, a company has to say first.
  level: "advisory",
  types,
  parameters,
  controls: {},
  remediationSteps: "Use the component that the message names in place of the resource.",
  docs: {
    why: "A resource that is made by hand has none of what the component was reviewed for, and gets none of what is mended in it later.",
    component: "Network makes VPCs, Cluster clusters with their node groups, EncryptionKey keys.",
    good: [
      {
        type: "aws:kms/key:Key",
        name: "orders",
        props: { description: "Orders", enableKeyRotation: true },
        options: { parent: "urn:pulumi:prod::shop::foundation:index:EncryptionKey::orders" },
      },
    ],
  },
  check({ type, urn, options }, report, { components }) {
    const allowed = Object.entries(components).find(([judged]) => judged === type)?.[1];
    if (allowed === undefined) return;
    // A URN names the types of all parents: urn:pulumi:<stack>::<project>::<parents' types>$<type>::<name>.
    const parents = options?.parent ? typesOf(options.parent) : typesOf(urn).slice(0, -1);
    if (!parents.some((parent) => allowed.includes(parent))) {
      report(`the resource is made without the platform's component: use ${allowed.join(" or ")}`);
    }
  },
});

const typesOf = (urn: string): readonly string[] => (urn.split("::")[2] ?? "").split("$");
