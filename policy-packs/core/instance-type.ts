import type { Resource, Typed } from "./rule";
import { forEachKnown } from "./unknown";

/** The types of resources that choose an instance type, a class or a node type. */
export const sizedTypes = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:autoscaling/group:Group",
  "aws:eks/nodeGroup:NodeGroup",
  "aws:rds/instance:Instance",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:elasticache/cluster:Cluster",
  "aws:elasticache/replicationGroup:ReplicationGroup",
] as const;

export type Sized = Typed<Resource, (typeof sizedTypes)[number]>;

/** An instance type taken apart: `db.m7g.2xlarge` is of the family m7g and the size 2xlarge. */
export interface InstanceType {
  readonly family: string;
  readonly size: string;
}

/** What `text` names, with or without the prefix of RDS or ElastiCache; undefined for what is none, as db.serverless. */
export function parseInstanceType(text: string): InstanceType | undefined {
  const match =
    /^(?:db\.|cache\.)?([a-z][a-z0-9-]*)\.(nano|micro|small|medium|large|\d*xlarge|metal[^.]*)(?:\..*)?$/.exec(text);
  const [, family, size] = match ?? [];
  return family !== undefined && size !== undefined ? { family, size } : undefined;
}

const smallSizes = ["nano", "micro", "small", "medium", "large"];

/** How large a size is, in steps that double: large is 0, xlarge 1, 2xlarge 2. Bare metal is larger than any. */
export function stepsOf(size: string): number {
  if (smallSizes.includes(size)) return smallSizes.indexOf(size) - smallSizes.indexOf("large");
  const multiple = /^(\d*)xlarge/.exec(size)?.[1];
  return multiple === undefined ? Number.POSITIVE_INFINITY : Math.log2(Number(multiple || "1")) + 1;
}

/**
 * Visits each instance type that `resource` asks for, with the property that it is in. One that AWS chooses is not
 * visited: a node group without any has t3.medium.
 */
export function forEachInstanceType(resource: Sized, visit: (type: string, property: string) => void): void {
  const one = (type: string | undefined, property: string) => {
    if (type !== undefined && type !== null) visit(type, property);
  };
  switch (resource.type) {
    case "aws:eks/nodeGroup:NodeGroup":
      forEachKnown(resource.props.instanceTypes, (type) => one(type, "instanceTypes"));
      break;
    case "aws:autoscaling/group:Group":
      forEachKnown(resource.props.mixedInstancesPolicy?.launchTemplate?.overrides, ({ instanceType }) =>
        one(instanceType, "instanceType of an override"),
      );
      break;
    case "aws:rds/instance:Instance":
    case "aws:rds/clusterInstance:ClusterInstance":
      one(resource.props.instanceClass, "instanceClass");
      break;
    case "aws:elasticache/cluster:Cluster":
    case "aws:elasticache/replicationGroup:ReplicationGroup":
      one(resource.props.nodeType, "nodeType");
      break;
    default:
      one(resource.props.instanceType, "instanceType");
  }
}
