import { eksQuotas } from "../../quotas/eks";
import { countQuota, sizeQuota } from "../../quotas/quota";
import { isObject, text, valuesAt } from "../../values";
import type { Refusal, Request } from "../model";
import { nameTaken } from "../names";
import {
  at,
  clusterIsActive,
  clusterOf,
  eksAction,
  named,
  nodeGroupType,
  ofCluster,
  oneOf,
  subnetsOfCluster,
  textsAt,
  trusted,
} from "./checks";
import { templateRefusals } from "./node-group-template";
import { amiTypes, isArmImage, isArmInstance, lastAmazonLinux2 } from "./node-images";
import { isKubeletLabel } from "./node-labels";
import { minorOf } from "./versions";

const createNodegroup = eksAction("CreateNodegroup");

/** A node group's id. */
export const nodeGroupId = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.nodeGroupName}`;

const clusterVersion = (request: Request) => text(clusterOf(request)?.outputs ?? {}, "version");

const nameRefusals: Refusal[] = [
  nameTaken(nodeGroupId, nodeGroupType, {
    code: "ResourceInUseException",
    source: createNodegroup,
    message: (taken) => {
      const [clusterName, name] = taken.split(":");
      return `NodeGroup already exists with name ${name} and cluster name ${clusterName}`;
    },
  }),
  named("nodeGroupName", /^[0-9A-Za-z][A-Za-z0-9_-]{0,62}$/, { source: createNodegroup }),
  clusterIsActive("CreateNodegroup", ["CREATING", "UPDATING"]),
  countQuota(
    eksQuotas.nodeGroups,
    {
      code: "ResourceLimitExceededException",
      message: (limit, { inputs }) => `Cluster ${inputs.clusterName} has reached the limit of ${limit} nodegroups`,
    },
    (request) => ofCluster(request, nodeGroupType).length,
  ),
  subnetsOfCluster("CreateNodegroup"),
  trusted("nodeRoleArn", "ec2.amazonaws.com", {
    source: "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
    message: (arn) =>
      `Following required service principals [ec2.amazonaws.com] were not found in the trust relationships of nodeRole ${arn}`,
  }),
];

const sizeRefusals: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: eksAction("NodegroupScalingConfig"),
    reads: ["scalingConfig"],
    atPreview: true,
    when: ({ inputs }) => {
      const [min, desired, max] = ["minSize", "desiredSize", "maxSize"].map((size) =>
        Number(at(inputs, `scalingConfig.${size}`)),
      );
      if (min === undefined || desired === undefined || max === undefined) return undefined;
      if (min < 0 || desired < 0) return "minSize and desiredSize cannot be negative";
      if (max < 1) return "maxSize must be at least 1";
      if (min > max) return `Minimum capacity ${min} can't be greater than maximum capacity ${max}`;
      if (desired > max) return `desired capacity ${desired} can't be greater than max size ${max}`;
      return desired < min ? `Minimum capacity ${min} can't be greater than desired size ${desired}` : undefined;
    },
  },
  sizeQuota(
    eksQuotas.nodesPerGroup,
    {
      code: "ResourceLimitExceededException",
      reads: ["scalingConfig"],
      message: (limit) => `A nodegroup can have at most ${limit} nodes`,
    },
    ({ inputs }) => Number(at(inputs, "scalingConfig.maxSize") ?? 0),
  ),
  {
    code: "InvalidParameterException",
    source: eksAction("NodegroupUpdateConfig"),
    reads: ["updateConfig"],
    atPreview: true,
    when: ({ inputs }) => {
      if (!isObject(inputs.updateConfig)) return undefined;
      const given = ["maxUnavailable", "maxUnavailablePercentage"].flatMap((key) =>
        valuesAt(inputs, `updateConfig.${key}`),
      );
      if (given.length > 1) return "Only one of maxUnavailable and maxUnavailablePercentage can be specified";
      const [value] = given.map(Number);
      return value !== undefined && (value < 1 || value > 100)
        ? `The value ${value} of updateConfig must be between 1 and 100`
        : undefined;
    },
  },
];

const machineRefusals: Refusal[] = [
  oneOf("amiType", amiTypes, { source: createNodegroup }),
  oneOf("capacityType", ["CAPACITY_BLOCK", "ON_DEMAND", "SPOT"], { source: createNodegroup }),
  {
    code: "InvalidParameterException",
    source: createNodegroup,
    reads: ["instanceTypes"],
    atPreview: true,
    when: ({ inputs }) =>
      textsAt(inputs, "instanceTypes").length > 20 ? "You can specify at most 20 instance types" : undefined,
  },
  {
    code: "InvalidParameterException",
    source: createNodegroup,
    reads: ["amiType", "instanceTypes"],
    atPreview: true,
    when: ({ inputs }) => {
      const amiType = text(inputs, "amiType") ?? "CUSTOM";
      const isArm = isArmImage(amiType);
      const wrong = textsAt(inputs, "instanceTypes").filter((instance) => isArmInstance(instance) !== isArm);
      return isArm !== undefined && wrong.length > 0
        ? `[${wrong.join(", ")}] is not a valid instance type for requested amiType ${amiType}`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html",
    on: ["create"],
    when: (request) => {
      const [amiType, version] = [text(request.inputs, "amiType"), clusterVersion(request)];
      const isGone = version !== undefined && minorOf(version) > minorOf(lastAmazonLinux2);
      return amiType?.startsWith("AL2_") && isGone
        ? `AMI Type ${amiType} is only supported for kubernetes versions ${lastAmazonLinux2} or earlier`
        : undefined;
    },
  },
];

const versionRefusals: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: createNodegroup,
    on: ["create"],
    when: (request) => {
      const [asked, version] = [text(request.inputs, "version"), clusterVersion(request)];
      return asked !== undefined && version !== undefined && asked !== version
        ? `Requested Nodegroup kubernetes version ${asked} is invalid. Allowed kubernetes version is ${version}`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: eksAction("UpdateNodegroupVersion"),
    on: ["update"],
    when: (request) => {
      const [asked, version] = [text(request.inputs, "version"), clusterVersion(request)];
      return asked !== undefined && version !== undefined && minorOf(asked) > minorOf(version)
        ? `Nodegroup version ${asked} cannot be newer than the cluster version ${version}`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: createNodegroup,
    when: (request) => {
      const release = /^1\.(\d+)\.\d+-\d{8}$/.exec(text(request.inputs, "releaseVersion") ?? "");
      const version = text(request.inputs, "version") ?? text(request.prior?.outputs ?? {}, "version");
      const wanted = version ?? clusterVersion(request);
      return release !== null && wanted !== undefined && Number(release[1]) !== minorOf(wanted)
        ? `Requested release version ${release[0]} is not valid for kubernetes version ${wanted}.`
        : undefined;
    },
  },
];

const labelValue = /^(|[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$/;

const labelRefusals: Refusal[] = [
  {
    // Nodes start with the labels, and kubelet does not start with those: the node group ends as CREATE_FAILED.
    code: "NodeCreationFailure",
    source: "https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/",
    on: ["create"],
    reads: ["labels", "launchTemplate", "scalingConfig"],
    atPreview: true,
    when: ({ inputs }) => {
      const keys = isObject(inputs.labels) ? Object.keys(inputs.labels) : [];
      const starts = inputs.launchTemplate === undefined && Number(at(inputs, "scalingConfig.desiredSize")) > 0;
      const refused = starts ? keys.filter((key) => !isKubeletLabel(key)) : [];
      return refused.length > 0
        ? `Instances failed to join the kubernetes cluster: unknown 'kubernetes.io' or 'k8s.io' labels specified with --node-labels: [${refused.join(", ")}]`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
    reads: ["labels"],
    atPreview: true,
    when: ({ inputs: { labels } }) => {
      const values = isObject(labels) ? Object.values(labels) : [];
      const wrong = values.find((value) => !labelValue.test(String(value)));
      return wrong === undefined ? undefined : `Invalid value: ${wrong}: must match ${labelValue.source}`;
    },
  },
  oneOf("taints.effect", ["NO_EXECUTE", "NO_SCHEDULE", "PREFER_NO_SCHEDULE"], { source: eksAction("Taint") }),
  named("taints.key", /^.{1,63}$/, { source: eksAction("Taint") }),
  named("taints.value", /^.{0,63}$/, { source: eksAction("Taint") }),
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/node-taints-managed-node-groups.html",
    reads: ["taints"],
    atPreview: true,
    when: ({ inputs: { taints } }) =>
      Array.isArray(taints) && taints.length > 50 ? "A nodegroup can have at most 50 taints" : undefined,
  },
];

export const nodeGroupRefusals: readonly Refusal[] = [
  ...nameRefusals,
  ...sizeRefusals,
  ...machineRefusals,
  ...templateRefusals,
  ...versionRefusals,
  ...labelRefusals,
];
