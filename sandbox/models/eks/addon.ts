import { parse, YAMLParseError } from "yaml";
import { text, type Value } from "../../values";
import type { Made, Model, Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { defaultAddonVersion, fits, isAddon } from "./addon-versions";
import { clusterIsActive, clusterOf, eksAction, oneOf } from "./checks";
import { clusterReference, eksRoleReference } from "./references";

const type = "aws:eks/addon:Addon";
const createAddon = eksAction("CreateAddon");
const id = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.addonName}`;

const kubernetesVersion = ({ scope, inputs }: Made) => String(clusterOf({ scope, inputs })?.outputs.version);

/** A semantic version after a `v`, as the provider asks for it. */
const versionForm = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

/** What configuration values say: JSON or YAML; undefined where they are neither. */
function configuration(values: string): Value | undefined {
  try {
    return parse(values);
  } catch (error) {
    if (error instanceof YAMLParseError) return undefined;
    throw error;
  }
}

const refusals: readonly Refusal[] = [
  nameTaken(id, type, {
    code: "ResourceInUseException",
    source: createAddon,
    message: () => "Addon already exists.",
  }),
  clusterIsActive("CreateAddon"),
  {
    code: "InvalidParameterException",
    source: createAddon,
    reads: ["addonName"],
    atPreview: true,
    when: ({ inputs }) => {
      const name = text(inputs, "addonName");
      return name === undefined || isAddon(name) ? undefined : `Addon specified is not supported: ${name}`;
    },
  },
  {
    code: "InvalidParameterException",
    source: createAddon,
    reads: ["addonVersion"],
    atPreview: true,
    when: ({ inputs: { addonVersion, addonName } }) =>
      typeof addonVersion === "string" && !versionForm.test(addonVersion)
        ? `Addon version specified is not supported: ${addonName} ${addonVersion}`
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html",
    when: (request) => {
      const { addonName, addonVersion } = request.inputs;
      const version = text(clusterOf(request)?.outputs ?? {}, "version");
      const isJudged = typeof addonName === "string" && typeof addonVersion === "string" && version !== undefined;
      return isJudged && !fits(addonName, addonVersion, version)
        ? `Addon version specified is not supported: ${addonName} ${addonVersion} on Kubernetes ${version}`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: createAddon,
    reads: ["configurationValues"],
    atPreview: true,
    when: ({ inputs }) => {
      const values = text(inputs, "configurationValues");
      if (values === undefined || values === "") return undefined;
      const said = configuration(values);
      return typeof said === "object" && said !== null && !Array.isArray(said)
        ? undefined
        : "ConfigurationValue provided in request is not supported: it must be a JSON or YAML object";
    },
  },
  oneOf("resolveConflictsOnCreate", ["NONE", "OVERWRITE"], { source: createAddon }),
  oneOf("resolveConflictsOnUpdate", ["NONE", "OVERWRITE", "PRESERVE"], { source: eksAction("UpdateAddon") }),
];

export const addon: Model = {
  type,
  schema: "internal/service/eks/addon.go",
  tagged: true,
  immutable: ["addonName", "clusterName"],
  sets: ["podIdentityAssociations"],
  references: {
    clusterName: clusterReference,
    "podIdentityAssociations.roleArn": eksRoleReference,
    serviceAccountRoleArn: eksRoleReference,
  },
  refusals,
  waits: { create: 50, update: 50 },
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
