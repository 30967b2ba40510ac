import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import { type Surroundings, surroundings } from "./eks-program";

/** A way to run nodes, or to let something into a cluster, and the least program for it. */
interface Mode {
  title: string;
  /** What the program gives, as it would write it. */
  program: string;
  /** Registers it; the cluster has the mode's name. */
  run: (name: string, around: Surroundings) => void;
}

const auto: eks.ClusterOptions = { autoMode: { enabled: true } };
const roleArn = "arn:aws:iam::111122223333:role/nodes";

/** What node groups of every kind are given, so that the difference is theirs. */
const bare: eks.ClusterOptions = { skipDefaultNodeGroup: true };

/** By the name that its cluster has. */
export const modes: Readonly<Record<string, Mode>> = {
  auto: {
    title: "Auto Mode",
    program: "autoMode: { enabled: true }",
    run: (name, { cluster }) => void cluster(auto, {}, name),
  },
  "auto-no-pools": {
    title: "Auto Mode without built-in node pools",
    program: "autoMode: { enabled: true, createNodeRole: false, computeConfig: { nodePools: [] } }",
    run: (name, { cluster }) => {
      cluster({ autoMode: { enabled: true, createNodeRole: false, computeConfig: { nodePools: [] } } }, {}, name);
    },
  },
  managed: {
    title: "Managed node group",
    program: "skipDefaultNodeGroup: true; and a ManagedNodeGroup with nodeRoleArn",
    run: (name, { cluster, options }) => {
      new eks.ManagedNodeGroup(`${name}-nodes`, { cluster: cluster(bare, {}, name), nodeRoleArn: roleArn }, options);
    },
  },
  "managed-settings": {
    title: "Managed node group with settings of kubelet",
    program: 'the same, with operatingSystem: "AL2023" and kubeletExtraArgs, which need a launch template',
    run: (name, { cluster, options }) => {
      const settings = { operatingSystem: eks.OperatingSystem.AL2023, kubeletExtraArgs: "--max-pods=50" };
      const args = { cluster: cluster(bare, {}, name), nodeRoleArn: roleArn, ...settings };
      new eks.ManagedNodeGroup(`${name}-nodes`, args, options);
    },
  },
  "self-managed": {
    title: "Self-managed default node group",
    program: "nothing more",
    run: (name, { cluster }) => void cluster({}, {}, name),
  },
  "config-map": {
    title: "Self-managed default node group that the config map lets in",
    program: 'authenticationMode: "CONFIG_MAP"',
    run: (name, { cluster }) => void cluster({ authenticationMode: "CONFIG_MAP" }, {}, name),
  },
  "node-group-v2": {
    title: "NodeGroupV2",
    program: "skipDefaultNodeGroup: true; and a NodeGroupV2 with an instance profile",
    run: (name, { cluster, options }) => {
      const { aws: provider } = options.providers;
      const instanceProfile = new aws.iam.InstanceProfile(`${name}-profile`, {}, { provider });
      new eks.NodeGroupV2(`${name}-nodes`, { cluster: cluster(bare, {}, name), instanceProfile }, options);
    },
  },
  addon: {
    title: "Add-on",
    program: "autoMode: { enabled: true }; and an Addon",
    run: (name, { cluster, options }) => {
      const args = { cluster: cluster(auto, {}, name), addonName: "eks-pod-identity-agent" };
      new eks.Addon(`${name}-pod-identity`, args, options);
    },
  },
  access: {
    title: "Access entry",
    program: "autoMode: { enabled: true }, accessEntries: { admins: { principalArn, accessPolicies: { view } } }",
    run: (name, { cluster }) => {
      const policyArn = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
      const accessPolicies = { view: { policyArn, accessScope: { type: "cluster" } } };
      cluster({ ...auto, accessEntries: { admins: { principalArn: roleArn, accessPolicies } } }, {}, name);
    },
  },
  oidc: {
    title: "OIDC provider",
    program: "autoMode: { enabled: true }, createOidcProvider: true",
    run: (name, { cluster }) => void cluster({ ...auto, createOidcProvider: true }, {}, name),
  },
};

/** Registers every mode in one program. */
export function everyMode(): Record<string, unknown> {
  const around = surroundings();
  for (const [name, { run }] of Object.entries(modes)) run(name, around);
  return {};
}
