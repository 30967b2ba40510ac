import { parseArn } from "../../../components/core/arn";
import { text } from "../../values";
import { uuid } from "../ids";
import type { Made, Model, Refusal, Request } from "../model";
import { nameTaken } from "../names";
import { isPropagated } from "../propagation";
import { at, clusterOf, eksAction, oneOf, textsAt } from "./checks";
import { clusterReference } from "./references";

const type = "aws:eks/accessEntry:AccessEntry";
const createAccessEntry = eksAction("CreateAccessEntry");
const guide = "https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html";
const id = ({ inputs }: Request) => `${inputs.clusterName}:${inputs.principalArn}`;

/** Kind and name of the principal, e.g. `role/admin`. */
const principal = ({ inputs }: Request) => parseArn(text(inputs, "principalArn") ?? "")?.resource ?? "";

const isStandard = ({ inputs }: Request) => inputs.type === "STANDARD" || inputs.type === undefined;

/** What a user name, or the name of a group, cannot begin with. */
const reservedForUsers = ["system:", "eks:", "aws:", "amazon:", "iam:"];
const reservedForGroups = ["system:"];

const beginsWith = (name: string, prefixes: readonly string[]) => prefixes.find((prefix) => name.startsWith(prefix));

const principalRefusals: Refusal[] = [
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
  {
    code: "InvalidParameterException",
    source: guide,
    reads: ["principalArn"],
    atPreview: true,
    when: (request) =>
      principal(request).startsWith("role/aws-service-role/")
        ? "The specified principalArn is invalid: service-linked roles are not supported"
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source: guide,
    reads: ["principalArn", "type"],
    atPreview: true,
    when: (request) => {
      const arn = parseArn(text(request.inputs, "principalArn") ?? "");
      const isOwnRole = arn?.resource.startsWith("role/") && arn.accountId === request.scope.account;
      return arn === undefined || isStandard(request) || isOwnRole
        ? undefined
        : `The principalArn of an access entry of type ${request.inputs.type} must be a role in the cluster's account`;
    },
  },
  {
    // Whether a principal exists is judged only of roles that the sandbox has: others were made outside.
    code: "InvalidParameterException",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html",
    on: ["create"],
    retried: true,
    when: ({ scope, inputs }) => {
      const [role] = scope.global.having("aws:iam/role:Role", "arn", inputs.principalArn ?? "");
      return role === undefined || isPropagated(scope, role)
        ? undefined
        : "The specified principalArn is invalid: invalid principal.";
    },
  },
];

const nameRefusals: Refusal[] = [
  {
    code: "InvalidParameterException",
    source: guide,
    reads: ["kubernetesGroups", "type"],
    atPreview: true,
    when: (request) =>
      !isStandard(request) && textsAt(request.inputs, "kubernetesGroups").length > 0
        ? `Kubernetes groups cannot be specified for an access entry of type ${request.inputs.type}`
        : undefined,
  },
  {
    // The page states it for user names; for groups the API's message is known from reports.
    code: "InvalidParameterException",
    source: createAccessEntry,
    reads: ["kubernetesGroups"],
    atPreview: true,
    when: ({ inputs }) => {
      const wrong = textsAt(inputs, "kubernetesGroups").find((name) => beginsWith(name, reservedForGroups));
      return wrong && `The kubernetes group name ${wrong} is invalid, it cannot start with system:`;
    },
  },
  {
    code: "InvalidParameterException",
    source: guide,
    reads: ["userName", "type"],
    atPreview: true,
    when: (request) => {
      const name = text(request.inputs, "userName") ?? "";
      const prefix = isStandard(request) ? beginsWith(name, reservedForUsers) : undefined;
      return prefix && `The username ${name} is invalid, it cannot start with ${prefix}`;
    },
  },
  {
    code: "InvalidParameterException",
    source: guide,
    reads: ["userName"],
    atPreview: true,
    when: ({ inputs }) => {
      const [before, after] = (text(inputs, "userName") ?? "").split(/\{\{SessionName(?:Raw)?\}\}/);
      return after !== undefined && !before?.includes(":")
        ? "The username must have a colon before {{SessionName}}"
        : undefined;
    },
  },
];

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
      when: (request) =>
        at(clusterOf(request)?.outputs ?? {}, "accessConfig.authenticationMode") === "CONFIG_MAP"
          ? "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation."
          : undefined,
    },
    oneOf("type", ["EC2", "EC2_LINUX", "EC2_WINDOWS", "FARGATE_LINUX", "HYBRID_LINUX", "HYPERPOD_LINUX", "STANDARD"], {
      source: createAccessEntry,
    }),
    ...principalRefusals,
    ...nameRefusals,
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
    userName: defaultUserName,
  },
  recomputed: ["modifiedAt"],
};

/** The user name that EKS gives where the program gives none: the table of the page {@link guide}. */
function defaultUserName(made: Made): string {
  const { scope, inputs } = made;
  if (!isStandard(made)) {
    const isEc2 = String(inputs.type).startsWith("EC2");
    return isEc2 ? "system:node:{{EC2PrivateDNSName}}" : "system:node:{{SessionName}}";
  }
  if (principal(made).startsWith("user/")) return String(inputs.principalArn);
  const account = parseArn(String(inputs.principalArn))?.accountId ?? scope.account;
  return `arn:${scope.partition}:sts::${account}:assumed-role/${principal(made).split("/").at(-1)}/{{SessionName}}`;
}
