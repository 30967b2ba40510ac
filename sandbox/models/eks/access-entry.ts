import { parseArn } from "../../../components/core/arn";
import { text } from "../../values";
import { uuid } from "../ids";
import type { Made, Model, Request } from "../model";
import { nameTaken } from "../names";
import { clusterReference } from "./references";

const type = "aws:eks/accessEntry:AccessEntry";
const createAccessEntry = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html";
const id = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.principalArn}`;

/** Kind and name of the principal, e.g. `role/admin`. */
const principal = ({ inputs }: Made) => parseArn(text(inputs, "principalArn") ?? "")?.resource ?? "";

export const accessEntry: Model = {
  type,
  schema: "internal/service/eks/access_entry.go",
  tagged: true,
  defaults: { type: "STANDARD" },
  immutable: ["clusterName", "principalArn", "type"],
  sets: ["kubernetesGroups"],
  references: { clusterName: clusterReference },
  refusals: [
    nameTaken(id, type, {
      code: "ResourceInUseException",
      source: createAccessEntry,
      message: () => "The specified access entry resource is already in use on this cluster.",
    }),
    {
      code: "InvalidRequestException",
      source: createAccessEntry,
      on: ["create"],
      when: ({ scope, inputs }) => {
        const cluster = scope.find("aws:eks/cluster:Cluster", String(inputs.clusterName));
        const config = cluster?.outputs.accessConfig;
        const mode =
          config && typeof config === "object" && "authenticationMode" in config && config.authenticationMode;
        return mode === "CONFIG_MAP"
          ? "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation."
          : undefined;
      },
    },
    {
      code: "InvalidParameterException",
      source: createAccessEntry,
      reads: ["principalArn"],
      atPreview: true,
      when: ({ inputs }) => {
        const given = text(inputs, "principalArn");
        const arn = given === undefined ? undefined : parseArn(given);
        const isFine = given === undefined || (arn?.service === "iam" && /^(role|user)\//.test(arn.resource));
        return isFine ? undefined : "The principalArn parameter format is not valid";
      },
    },
  ],
  id,
  computed: {
    accessEntryArn: (made) =>
      made.scope.arn(
        "eks",
        `access-entry/${made.inputs.clusterName}/${principal(made).split("/")[0]}/${made.scope.account}/${principal(made).split("/").at(-1)}/${uuid(made.digits)}`,
      ),
    createdAt: () => new Date().toISOString(),
    kubernetesGroups: () => [],
    modifiedAt: () => new Date().toISOString(),
    userName: (made) =>
      made.inputs.type === "STANDARD"
        ? `arn:${made.scope.partition}:sts::${made.scope.account}:assumed-role/${principal(made).split("/").at(-1)}/{{SessionName}}`
        : "system:node:{{EC2PrivateDNSName}}",
  },
  recomputed: ["modifiedAt"],
};
