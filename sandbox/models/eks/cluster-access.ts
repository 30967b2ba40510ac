import { parseArn } from "../../../components/core/arn";
import type { Refusal, Request } from "../model";
import { at, eksAction, oneOf, textsAt, trusted } from "./checks";

const createCluster = eksAction("CreateCluster");
const accessEntries = "https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html";
const autoMode = "https://docs.aws.amazon.com/eks/latest/userguide/automode-get-started-cli.html";

/** Ways to authenticate; a cluster only ever goes from one to a later one. */
const authenticationModes = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"] as const;
const rankOf = (mode: unknown) => authenticationModes.map(String).indexOf(String(mode));

const mode = "accessConfig.authenticationMode";

/** Who may use a cluster, and as whom EKS works for it. */
export const accessRefusals: readonly Refusal[] = [
  trusted("roleArn", "eks.amazonaws.com", {
    source: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html",
    retried: true,
    message: () => "Role could not be assumed because the trusted entity is not correct",
  }),
  oneOf(mode, authenticationModes, { source: createCluster }),
  {
    code: "InvalidParameterException",
    source: accessEntries,
    on: ["update"],
    reads: [mode],
    atPreview: true,
    when: ({ inputs, prior }) => {
      const [from, to] = [at(prior?.outputs ?? {}, mode), at(inputs, mode)];
      return to !== undefined && rankOf(to) < rankOf(from)
        ? `Unsupported authentication mode update from ${from} to ${to}`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    on: ["create"],
    reads: ["accessConfig"],
    atPreview: true,
    when: ({ inputs }) => {
      const isDenied = at(inputs, "accessConfig.bootstrapClusterCreatorAdminPermissions") === false;
      return isDenied && (at(inputs, mode) ?? "CONFIG_MAP") === "CONFIG_MAP"
        ? "bootstrapClusterCreatorAdminPermissions must be true if cluster authentication mode is set to CONFIG_MAP"
        : undefined;
    },
  },
];

const isAuto = ({ inputs }: Request) => at(inputs, "computeConfig.enabled") === true;
const poolsOf = ({ inputs }: Request) => textsAt(inputs, "computeConfig.nodePools");

/** What EKS Auto Mode asks for. */
export const autoModeRefusals: readonly Refusal[] = [
  {
    code: "InvalidParameterException",
    source: autoMode,
    reads: [
      "computeConfig.enabled",
      "kubernetesNetworkConfig.elasticLoadBalancing.enabled",
      "storageConfig.blockStorage.enabled",
    ],
    atPreview: true,
    when: ({ inputs }) => {
      const parts = [
        at(inputs, "computeConfig.enabled"),
        at(inputs, "kubernetesNetworkConfig.elasticLoadBalancing.enabled"),
        at(inputs, "storageConfig.blockStorage.enabled"),
      ];
      const enabled = parts.filter((part) => part === true).length;
      return enabled === 0 || enabled === parts.length
        ? undefined
        : "For EKS Auto Mode, please ensure that all required configs, including computeConfig, kubernetesNetworkConfig, and blockStorage are all either fully enabled or fully disabled.";
    },
  },
  oneOf("computeConfig.nodePools", ["general-purpose", "system"], { source: createCluster }),
  {
    code: "InvalidParameterException",
    source: createCluster,
    reads: ["computeConfig"],
    atPreview: true,
    when: (request) =>
      isAuto(request) && at(request.inputs, "computeConfig.nodeRoleArn") !== undefined && poolsOf(request).length === 0
        ? "When Compute Config nodeRoleArn is not null or empty, nodePool value(s) must be provided."
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: createCluster,
    reads: ["computeConfig"],
    atPreview: true,
    when: (request) =>
      isAuto(request) && at(request.inputs, "computeConfig.nodeRoleArn") === undefined && poolsOf(request).length > 0
        ? "When Compute Config nodeRoleArn is null or empty, nodePool list cannot be populated."
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: autoMode,
    reads: [mode, "computeConfig.enabled"],
    atPreview: true,
    when: (request) => {
      const known = at(request.inputs, mode) ?? at(request.prior?.outputs ?? {}, mode) ?? "CONFIG_MAP";
      return isAuto(request) && known === "CONFIG_MAP"
        ? "EKS Auto Mode requires the authentication mode API or API_AND_CONFIG_MAP"
        : undefined;
    },
  },
];

/** How a cluster's secrets are encrypted. */
export const encryptionRefusals: readonly Refusal[] = [
  oneOf("encryptionConfig.resources", ["secrets"], { source: createCluster }),
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
    reads: ["encryptionConfig"],
    atPreview: true,
    when: ({ scope, inputs }) => {
      const arn = parseArn(String(at(inputs, "encryptionConfig.provider.keyArn")));
      return arn === undefined || arn.region === scope.region
        ? undefined
        : `The KMS key must be in the region of the cluster, ${scope.region}, not in ${arn.region}`;
    },
  },
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
    when: ({ scope, inputs, prior }) => {
      // The key is looked at when it is associated, and never again.
      if (prior?.inputs.encryptionConfig !== undefined) return undefined;
      const arn = at(inputs, "encryptionConfig.provider.keyArn");
      const [key] = arn === undefined ? [] : scope.having("aws:kms/key:Key", "arn", arn);
      if (key === undefined) return undefined;
      const { customerMasterKeySpec: spec, isEnabled } = key.outputs;
      if (spec !== undefined && spec !== "SYMMETRIC_DEFAULT")
        return `The KMS key ${arn} must be symmetric, not ${spec}`;
      return isEnabled === false ? `The KMS key ${arn} is disabled` : undefined;
    },
  },
];
