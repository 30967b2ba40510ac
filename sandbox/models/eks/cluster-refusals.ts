import { type Properties, text, valuesAt } from "../../values";
import type { Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { eksVersions, minorOf } from "./versions";

const type = "aws:eks/cluster:Cluster";
const createCluster = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html";
const deleteCluster = "https://docs.aws.amazon.com/eks/latest/APIReference/API_DeleteCluster.html";
const updateVersion = "https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterVersion.html";

/** A cluster's id is its name. */
export const clusterId = ({ inputs }: Request) => text(inputs, "name") ?? "";

const flag = (inputs: Properties, path: string) => valuesAt(inputs, path)[0];

const onCreate: Refusal[] = [
  nameTaken(clusterId, type, {
    code: "ResourceInUseException",
    source: createCluster,
    message: (name) => `Cluster already exists with name: ${name}`,
  }),
  {
    code: "InvalidParameterException",
    source: createCluster,
    reads: ["name"],
    atPreview: true,
    when: ({ inputs }) => {
      const name = text(inputs, "name");
      const isFine = name === undefined || /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name);
      return isFine ? undefined : `The cluster name '${name}' does not match ^[0-9A-Za-z][A-Za-z0-9\\-_]*$`;
    },
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    when: ({ scope, inputs }) => {
      const ids = valuesAt(inputs, "vpcConfig.subnetIds").flat();
      const subnets = ids.flatMap((id) => scope.find("aws:ec2/subnet:Subnet", String(id)) ?? []);
      if (subnets.length < ids.length) return undefined;
      const zones = new Set(subnets.map(({ outputs }) => outputs.availabilityZone));
      return zones.size < 2 ? "Subnets specified must be in at least two different AZs" : undefined;
    },
  },
];

const always: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: createCluster,
    reads: ["version"],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const version = text(inputs, "version");
      if (version === undefined || version === prior?.outputs.version || eksVersions.includes(version))
        return undefined;
      return `unsupported Kubernetes version ${version}`;
    },
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    reads: ["vpcConfig"],
    atPreview: true,
    when: ({ inputs }) => {
      const isPublic = flag(inputs, "vpcConfig.endpointPublicAccess") !== false;
      const isPrivate = flag(inputs, "vpcConfig.endpointPrivateAccess") === true;
      return isPublic || isPrivate ? undefined : "Private and public endpoint access cannot be false";
    },
  },
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-optimize.html",
    reads: ["computeConfig", "kubernetesNetworkConfig", "storageConfig"],
    atPreview: true,
    when: ({ inputs }) => {
      const parts = [
        flag(inputs, "computeConfig.enabled"),
        flag(inputs, "kubernetesNetworkConfig.elasticLoadBalancing.enabled"),
        flag(inputs, "storageConfig.blockStorage.enabled"),
      ];
      const enabled = parts.filter((part) => part === true).length;
      return enabled === 0 || enabled === parts.length
        ? undefined
        : "For EKS Auto Mode, please ensure that all required configs, including computeConfig, kubernetesNetworkConfig, and blockStorage are all either fully enabled or fully disabled.";
    },
  },
];

const onUpdate: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: updateVersion,
    on: ["update"],
    reads: ["version"],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const [from, to] = [text(prior?.outputs ?? {}, "version"), text(inputs, "version")];
      if (from === undefined || to === undefined) return undefined;
      const step = minorOf(to) - minorOf(from);
      return step === 0 || step === 1 ? undefined : `Unsupported Kubernetes minor version update from ${from} to ${to}`;
    },
  },
];

const onDelete: Refusal[] = [
  {
    code: "InvalidRequestException",
    source: deleteCluster,
    on: ["delete"],
    when: ({ prior }) =>
      prior?.outputs.deletionProtection === true
        ? `Cluster ${prior.id} has deletion protection enabled: disable it before deleting the cluster`
        : undefined,
  },
  {
    code: "ResourceInUseException",
    source: deleteCluster,
    on: ["delete"],
    retried: true,
    when: ({ scope, prior }) => {
      const groups = scope.list("aws:eks/nodeGroup:NodeGroup");
      const isUsed = groups.some(({ outputs }) => outputs.clusterName === prior?.id);
      return isUsed ? "Cluster has nodegroups attached" : undefined;
    },
  },
];

export const clusterRefusals: readonly Refusal[] = [...onCreate, ...always, ...onUpdate, ...onDelete];
