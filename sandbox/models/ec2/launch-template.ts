import { isDeepStrictEqual } from "node:util";
import type { CloudResource } from "../../cloud/resource";
import { ec2Quotas } from "../../quotas/ec2";
import { sizeQuota } from "../../quotas/quota";
import { type Properties, text } from "../../values";
import { ec2Id } from "../ids";
import type { Model, Refusal } from "../model";
import { action, badParameter, nameOrPrefix, notTogether } from "./parameters";

const type = "aws:ec2/launchTemplate:LaunchTemplate";
const createLaunchTemplate = action("CreateLaunchTemplate");

/** Properties of the template; all others are its data, and each change of these makes a version. */
const ofTemplate = new Set(["defaultVersion", "name", "namePrefix", "tags", "tagsAll", "updateDefaultVersion"]);
const dataOf = (inputs: Properties) =>
  Object.fromEntries(Object.entries(inputs).filter(([key]) => !ofTemplate.has(key) && !key.startsWith("__")));

function versionAfter(inputs: Properties, prior: CloudResource | undefined): number {
  const latest = Number(prior?.outputs.latestVersion ?? 0);
  return prior !== undefined && isDeepStrictEqual(dataOf(inputs), dataOf(prior.inputs)) ? latest : latest + 1;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** AWS does not look whether what a template names exists: an instance is refused when it is launched. */
const refusals: Refusal[] = [
  badParameter("InvalidLaunchTemplateName.MalformedException", createLaunchTemplate, ["name"], (inputs) => {
    const name = text(inputs, "name");
    return name === undefined || /^[a-zA-Z0-9().\-/_]{3,128}$/.test(name)
      ? undefined
      : "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the following characters: - ( ) . / _.";
  }),
  nameOrPrefix(createLaunchTemplate),
  notTogether(
    [
      ["defaultVersion", "updateDefaultVersion"],
      ["securityGroupNames", "vpcSecurityGroupIds"],
      ["instanceType", "instanceRequirements"],
    ],
    createLaunchTemplate,
  ),
  badParameter("InvalidParameterValue", createLaunchTemplate, ["description"], (inputs) =>
    [...(text(inputs, "description") ?? "")].length > 255
      ? "Value for parameter VersionDescription is invalid. It must be at most 255 characters."
      : undefined,
  ),
  badParameter("InvalidUserData.Malformed", createLaunchTemplate, ["userData"], (inputs) =>
    base64.test((text(inputs, "userData") ?? "").replaceAll(/\s/g, ""))
      ? undefined
      : "Invalid BASE64 encoding of user data",
  ),
  sizeQuota(
    ec2Quotas.userData,
    {
      code: "InvalidParameterValue",
      atPreview: true,
      reads: ["userData"],
      message: (limit) => `User data is limited to ${limit} bytes`,
    },
    ({ inputs }) => Buffer.from(text(inputs, "userData") ?? "", "base64").length,
  ),
  {
    code: "InvalidLaunchTemplateName.AlreadyExistsException",
    source: createLaunchTemplate,
    on: ["create"],
    when: ({ scope, inputs }) =>
      scope.having(type, "name", text(inputs, "name") ?? "").length > 0
        ? "Launch template name already in use."
        : undefined,
  },
  {
    code: "InvalidLaunchTemplateId.VersionNotFound",
    source: action("ModifyLaunchTemplate"),
    on: ["update"],
    when: ({ inputs, prior }) => {
      const wanted = Number(inputs.defaultVersion ?? 1);
      return wanted > versionAfter(inputs, prior)
        ? `Could not find the specified version ${wanted} for the launch template with ID ${prior?.id}.`
        : undefined;
    },
  },
];

export const launchTemplate: Model = {
  type,
  schema: "internal/service/ec2/ec2_launch_template.go",
  tagged: true,
  autoName: { property: "name", maxLength: 125 },
  immutable: ["name", "namePrefix"],
  sets: ["securityGroupNames", "vpcSecurityGroupIds"],
  refusals,
  id: ec2Id("lt"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `launch-template/${id}`),
    defaultVersion: ({ prior, inputs }) => {
      if (inputs.updateDefaultVersion === true) return versionAfter(inputs, prior);
      return prior?.outputs.defaultVersion ?? 1;
    },
    latestVersion: ({ prior, inputs }) => versionAfter(inputs, prior),
  },
  recomputed: ["defaultVersion", "latestVersion"],
};
