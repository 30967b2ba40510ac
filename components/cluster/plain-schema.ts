import { z } from "zod";
import type { Rule } from "../core/args";
import { cidrSchema } from "../core/cidr";
import { logRetention } from "../core/log-retention";
import { accessEntriesSchema, hasClusterAdmin, repeatedPrincipal } from "./access-schema";
import { nodeAddons, pinnedVersion } from "./addon-versions";
import { defaultVersion, isSupportedVersion } from "./kubernetes-versions";
import { nodeGroupsSchema } from "./node-groups-schema";
import { type ClusterArgs, ClusterCompute } from "./types";

const json = z.string().refine(isJson, 'must be JSON text, e.g. {"replicaCount":3}');

const addon = z.strictObject({
  enabled: z.boolean().default(true),
  version: z
    .string()
    .regex(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/, "must be a version as EKS names it, e.g. v1.22.4-eksbuild.3")
    .optional(),
  configurationValues: json.optional(),
});

/** Nothing wider than /8, so that no few ranges make the whole internet. Quota: docs.aws.amazon.com/eks/latest/userguide/service-quotas.html, public endpoint access CIDR ranges. */
const publicAccessCidrs = z
  .array(cidrSchema(8, 32))
  .min(1, "must name at least one range; leave it out for a private API")
  .max(40, "must be at most 40 ranges");

/**
 * The arguments of a cluster that decide what exists, which an environment file states in the same words.
 *
 * Apart from the rest of the schema, since a reader of environment files has no need of the Pulumi SDK.
 */
export const clusterPlain = {
  version: z.string().refine(isSupportedVersion, "must be a Kubernetes version from 1.34 up").default(defaultVersion),
  compute: z.enum(ClusterCompute).default(ClusterCompute.AutoMode),
  accessEntries: accessEntriesSchema,
  nodeGroups: nodeGroupsSchema,
  addons: z.record(z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, "must be the name of an EKS add-on"), addon).default({}),
  publicAccessCidrs: publicAccessCidrs.optional(),
  logRetentionInDays: logRetention.default(90),
  deletionProtection: z.boolean().default(true),
};

/** What must hold between the plain arguments. */
export const clusterRules: Rule<ClusterArgs, typeof clusterPlain>[] = [
  ({ accessEntries }) =>
    hasClusterAdmin(accessEntries)
      ? undefined
      : {
          path: "accessEntries",
          reason: "at least one entry must have the access policy cluster-admin without namespaces, or nobody gets in",
        },
  ({ accessEntries }) => {
    const repeated = repeatedPrincipal(accessEntries);
    return repeated === undefined
      ? undefined
      : { path: `accessEntries.${repeated}.principalArn`, reason: "has another entry; EKS takes one" };
  },
  ({ compute, nodeGroups }) => {
    const groups = Object.keys(nodeGroups).length;
    if (compute === ClusterCompute.AutoMode) {
      return groups === 0 ? undefined : { path: "nodeGroups", reason: "must be left out when compute is auto-mode" };
    }
    return groups > 0 ? undefined : { path: "nodeGroups", reason: `must name at least one when compute is ${compute}` };
  },
  ({ compute, addons }) => {
    const builtIn = nodeAddons.find((name) => addons[name]?.enabled);
    return compute === ClusterCompute.AutoMode && builtIn
      ? { path: `addons.${builtIn}`, reason: "is built into Auto Mode; leave it out" }
      : undefined;
  },
  ({ addons, compute, version }) => {
    const needed = compute === ClusterCompute.AutoMode ? [] : nodeAddons;
    const unpinned = [...needed, ...Object.keys(addons)].find((name) => {
      const { enabled = true, version: chosen = pinnedVersion(version, name) } = addons[name] ?? {};
      return enabled && chosen === undefined;
    });
    return unpinned === undefined
      ? undefined
      : { path: `addons.${unpinned}.version`, reason: `must be set: none is pinned for Kubernetes ${version}` };
  },
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Not JSON is the answer, not a failure.
    return false;
  }
}
