import { z } from "zod";
import { isGraviton } from "./ami";
import { ClusterNodeAmiFamily, ClusterNodeCapacityType, ClusterNodeTaintEffect } from "./types";

const taint = z.strictObject({
  key: z.string().min(1).max(63),
  value: z.string().max(63).optional(),
  effect: z.enum(ClusterNodeTaintEffect),
});

const diskSize = "must be 20 to 16384 GiB";
const percentage = "must be 1 to 100 percent";

const instanceType = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, "must be an EC2 instance type, e.g. m7g.large");

/** Limits: docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html; EBS gp3 ends at 16 TiB. */
const nodeGroup = z
  .strictObject({
    instanceTypes: z
      .array(instanceType)
      .min(1, "must name at least one instance type")
      .max(20, "must be at most 20 instance types")
      .refine(
        (types) => new Set(types.map(isGraviton)).size <= 1,
        "must all be arm64 or all x86_64: one AMI serves them",
      ),
    minSize: z.int().min(0, "must be 0 or more"),
    maxSize: z.int().min(1, "must be 1 or more"),
    desiredSize: z.int().optional(),
    capacityType: z.enum(ClusterNodeCapacityType).default(ClusterNodeCapacityType.OnDemand),
    amiFamily: z.enum(ClusterNodeAmiFamily).default(ClusterNodeAmiFamily.AmazonLinux2023),
    diskSizeGiB: z.int().min(20, diskSize).max(16_384, diskSize).default(50),
    labels: z.record(z.string().min(1), z.string().max(63)).default({}),
    taints: z.array(taint).max(50, "must be at most 50 taints").default([]),
    maxUnavailablePercentage: z.int().min(1, percentage).max(100, percentage).default(33),
  })
  .transform((group) => ({ ...group, desiredSize: group.desiredSize ?? group.minSize }))
  .refine(({ minSize, maxSize }) => minSize <= maxSize, { path: ["maxSize"], error: "must be minSize or more" })
  .refine(({ minSize, desiredSize, maxSize }) => minSize <= desiredSize && desiredSize <= Math.max(minSize, maxSize), {
    path: ["desiredSize"],
    error: "must be from minSize to maxSize",
  });

/** A key is part of the name of the node group, which ends at 63 characters. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, "must be 1 to 20 lower-case letters, digits and hyphens");

export const nodeGroupsSchema = z.record(key, nodeGroup).default({});

export type NodeGroupPlan = z.output<typeof nodeGroup>;
