import { eksQuotas } from "../../quotas/eks";
import { countQuota } from "../../quotas/quota";
import { text } from "../../values";
import type { Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { clusterType, eksAction, fargateProfileType, named, nodeGroupType, oneOf } from "./checks";
import { accessRefusals, autoModeRefusals, encryptionRefusals } from "./cluster-access";
import { networkRefusals } from "./cluster-network";
import { versionRefusals } from "./cluster-versions";

const createCluster = eksAction("CreateCluster");
const deleteCluster = eksAction("DeleteCluster");

/** A cluster's id is its name. */
export const clusterId = ({ inputs }: Request) => text(inputs, "name") ?? "";

const nameRefusals: Refusal[] = [
  nameTaken(clusterId, clusterType, {
    code: "ResourceInUseException",
    source: createCluster,
    message: (name) => `Cluster already exists with name: ${name}`,
  }),
  named("name", /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/, { source: createCluster }),
  countQuota(
    eksQuotas.clusters,
    {
      code: "ResourceLimitExceededException",
      message: (limit) => `You have reached the limit of ${limit} clusters in this region`,
    },
    ({ scope }) => scope.list(clusterType).length,
  ),
];

const logRefusals: Refusal[] = [
  oneOf("enabledClusterLogTypes", ["api", "audit", "authenticator", "controllerManager", "scheduler"], {
    source: createCluster,
  }),
];

/** Says so where an update is under way; the real provider waits for that only where it deletes. */
function whileBusy({ scope, prior }: Request, verb: string): string | undefined {
  const isBusy = prior !== undefined && scope.busyWith(prior) !== undefined;
  return isBusy ? `Cannot ${verb} because cluster ${prior.id} currently has an update in progress` : undefined;
}

const stateRefusals: Refusal[] = [
  {
    code: "ResourceInUseException",
    source: eksAction("UpdateClusterConfig"),
    on: ["update"],
    when: (request) => whileBusy(request, "update"),
  },
  {
    code: "ResourceInUseException",
    source: deleteCluster,
    on: ["delete"],
    retried: true,
    when: (request) => whileBusy(request, "delete"),
  },
  {
    code: "InvalidRequestException",
    source: deleteCluster,
    on: ["delete"],
    when: ({ prior }) =>
      prior?.outputs.deletionProtection === true
        ? `Cluster ${prior.id} has deletion protection enabled: disable it before deleting the cluster`
        : undefined,
  },
  ...[
    { type: nodeGroupType, what: "nodegroups" },
    { type: fargateProfileType, what: "fargate profiles" },
  ].map(
    ({ type, what }): Refusal => ({
      code: "ResourceInUseException",
      source: deleteCluster,
      on: ["delete"],
      when: ({ scope, prior }) =>
        prior !== undefined && scope.having(type, "clusterName", prior.id).length > 0
          ? `Cluster has ${what} attached`
          : undefined,
    }),
  ),
];

export const clusterRefusals: readonly Refusal[] = [
  ...nameRefusals,
  ...versionRefusals,
  ...networkRefusals,
  ...accessRefusals,
  ...autoModeRefusals,
  ...encryptionRefusals,
  ...logRefusals,
  ...stateRefusals,
];
