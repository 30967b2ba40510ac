import { defaultAddonVersion } from "../models/eks/addon-versions";
import type { Value } from "../values";
import { active, found, type Invoke, placeOf, required } from "./invoke";

const type = "aws:eks/cluster:Cluster";
const listOf = (value: Value | undefined) => (value === undefined ? [] : [value]);

export const eksInvokes: Record<string, Invoke> = {
  "aws:eks/getAddonVersion:getAddonVersion": (args, scope) => {
    const [addonName, kubernetesVersion] = [required(args, "addonName"), required(args, "kubernetesVersion")];
    const version = defaultAddonVersion(kubernetesVersion, addonName);
    return { ...args, id: addonName, addonName, kubernetesVersion, region: placeOf(args, scope).region, version };
  },
  "aws:eks/getCluster:getCluster": (args, scope) => {
    const name = required(args, "name");
    const place = placeOf(args, scope);
    const cluster = found(
      active(place, type, name),
      "ResourceNotFoundException",
      `No cluster found for name: ${name}.`,
    );
    const { outputs } = cluster;
    const { certificateAuthority, accessConfig, computeConfig, kubernetesNetworkConfig, upgradePolicy } = outputs;
    return {
      ...outputs,
      status: place.busyWith(cluster) ?? outputs.status ?? null,
      id: name,
      tags: outputs.tagsAll ?? {},
      accessConfigs: listOf(accessConfig),
      certificateAuthorities: listOf(certificateAuthority),
      computeConfigs: listOf(computeConfig),
      kubernetesNetworkConfigs: listOf(kubernetesNetworkConfig),
      upgradePolicies: listOf(upgradePolicy),
    };
  },
  "aws:eks/getClusterAuth:getClusterAuth": (args, scope) => {
    const name = required(args, "name");
    const { region } = placeOf(args, scope);
    // A token in form only: AWS signs one without asking whether the cluster exists.
    return { id: name, name, region, token: `k8s-aws-v1.${Buffer.from(`sandbox/${name}`).toString("base64url")}` };
  },
};
