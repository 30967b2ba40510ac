import { z } from "zod";
import { ClusterAccessPolicy } from "./types";

const arn = "e.g. arn:aws:iam::111122223333:role/platform-admin";

const accessEntry = z
  .strictObject({
    principalArn: z
      .string()
      .refine((value) => !/:sts:/.test(value), `must be the ARN of the role, not of a session of it, ${arn}`)
      .regex(/^arn:aws[\w-]*:(iam::\d{12}:(role|user)\/.+|sts:)/, `must be the ARN of an IAM role or user, ${arn}`),
    accessPolicy: z.enum(ClusterAccessPolicy).optional(),
    namespaces: z
      .array(z.string().regex(/^[a-z0-9*]([a-z0-9-]*[a-z0-9*])?$/, "must be the name of a namespace; * may end it"))
      .min(1, "must name at least one; leave it out for the whole cluster")
      .optional(),
    kubernetesGroups: z.array(z.string().min(1)).default([]),
  })
  .refine((entry) => entry.accessPolicy !== undefined || entry.kubernetesGroups.length > 0, {
    path: ["accessPolicy"],
    error: `must be ${Object.values(ClusterAccessPolicy).join(", ")}, unless kubernetesGroups are given`,
  })
  .refine((entry) => entry.namespaces === undefined || entry.accessPolicy !== undefined, {
    path: ["namespaces"],
    error: "limits an accessPolicy: give one, or leave this out",
  })
  .refine((entry) => entry.namespaces === undefined || entry.accessPolicy !== ClusterAccessPolicy.ClusterAdmin, {
    path: ["namespaces"],
    error: "must be left out with cluster-admin; use admin for namespaces",
  });

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be 1 to 40 lower-case letters, digits and hyphens");

export const accessEntriesSchema = z.record(key, accessEntry);

type AccessEntries = z.output<typeof accessEntriesSchema>;

/** Whether somebody may do everything, so that a mistake in the other entries can be repaired. */
export function hasClusterAdmin(entries: AccessEntries): boolean {
  return Object.values(entries).some((entry) => entry.accessPolicy === ClusterAccessPolicy.ClusterAdmin);
}

/** Key of the first entry whose principal an earlier one has. */
export function repeatedPrincipal(entries: AccessEntries): string | undefined {
  const seen = new Set<string>();
  return Object.entries(entries).find(([, { principalArn }]) => seen.size === seen.add(principalArn).size)?.[0];
}
