import { pinnedVersion } from "../../../components/cluster/addon-versions";
import type { Made, Model, Request } from "../model";
import { nameTaken } from "../names";
import { clusterReference } from "./references";

const type = "aws:eks/addon:Addon";
const createAddon = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html";
const id = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.addonName}`;

/** The version that EKS takes where none is asked for. */
export function defaultAddonVersion(kubernetesVersion: string, addonName: string): string {
  return pinnedVersion(kubernetesVersion, addonName) ?? "v1.0.0-eksbuild.1";
}

const kubernetesVersion = ({ scope, inputs }: Made) =>
  String(scope.find("aws:eks/cluster:Cluster", String(inputs.clusterName))?.outputs.version);

export const addon: Model = {
  type,
  schema: "internal/service/eks/addon.go",
  tagged: true,
  immutable: ["addonName", "clusterName"],
  references: { clusterName: clusterReference },
  refusals: [
    nameTaken(id, type, {
      code: "ResourceInUseException",
      source: createAddon,
      message: () => "Addon already exists.",
    }),
    {
      code: "InvalidParameterException",
      source: createAddon,
      reads: ["addonVersion"],
      atPreview: true,
      when: ({ inputs: { addonVersion, addonName } }) =>
        typeof addonVersion === "string" && !/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(addonVersion)
          ? `Addon version specified is not supported: ${addonName} ${addonVersion}`
          : undefined,
    },
  ],
  id,
  computed: {
    addonVersion: (made) => defaultAddonVersion(kubernetesVersion(made), String(made.inputs.addonName)),
    arn: ({ scope, inputs, digits }) =>
      scope.arn("eks", `addon/${inputs.clusterName}/${inputs.addonName}/${digits.slice(0, 8)}`),
    configurationValues: () => "",
    createdAt: () => new Date().toISOString(),
    modifiedAt: () => new Date().toISOString(),
  },
  recomputed: ["modifiedAt"],
};
