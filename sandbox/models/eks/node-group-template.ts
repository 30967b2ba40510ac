import type { CloudResource } from "../../cloud/resource";
import { isObject } from "../../values";
import type { Reference, Refusal, Request } from "../model";
import { at, eksAction, textsAt } from "./checks";

const type = "aws:ec2/launchTemplate:LaunchTemplate";
const source = "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html";

/** A launch template by its id or its name. */
export const templateReferences: Readonly<Record<string, Reference>> = {
  "launchTemplate.id": {
    types: [type],
    code: "InvalidParameterException",
    source: eksAction("CreateNodegroup"),
    message: (id) => `Launch template with id ${id} does not exist`,
  },
  "launchTemplate.name": {
    types: [type],
    by: "name",
    code: "InvalidParameterException",
    source: eksAction("CreateNodegroup"),
    message: (name) => `Launch template with name ${name} does not exist`,
  },
};

/** The launch template that a node group names. */
function templateOf({ scope, inputs }: Request): CloudResource | undefined {
  const [id, name] = [at(inputs, "launchTemplate.id"), at(inputs, "launchTemplate.name")];
  if (id !== undefined) return scope.find(type, String(id));
  return name === undefined ? undefined : scope.list(type).find(({ outputs }) => outputs.name === name);
}

const has = ({ inputs }: Request, path: string) => at(inputs, path) !== undefined;
const holds = (template: CloudResource | undefined, path: string) =>
  template !== undefined && at(template.outputs, path) !== undefined;

/** What a node group with a launch template must leave to it: known without looking at the template. */
const left: Record<string, string> = {
  diskSize: "Disk size must be specified within the launch template.",
  remoteAccess: "Remote access configuration cannot be specified with a launch template.",
};

/** What a launch template for a node group must leave to the node group or to EKS. */
const prohibited: Record<string, string> = {
  iamInstanceProfile: "IAM instance profile",
  "networkInterfaces.subnetId": "Subnet",
  instanceInitiatedShutdownBehavior: "Shutdown behavior",
  hibernationOptions: "Hibernate behavior",
};

/** What EKS asks of launch templates. */
export const templateRefusals: readonly Refusal[] = [
  {
    code: "InvalidParameterException",
    source: eksAction("LaunchTemplateSpecification"),
    reads: ["launchTemplate"],
    atPreview: true,
    when: (request) =>
      has(request, "launchTemplate.id") && has(request, "launchTemplate.name")
        ? "Either provide launch template ID or launch template name in the request."
        : undefined,
  },
  ...Object.entries(left).map(
    ([path, message]): Refusal => ({
      code: "InvalidParameterException",
      source,
      reads: [path],
      atPreview: true,
      when: (request) => (isObject(request.inputs.launchTemplate) && has(request, path) ? message : undefined),
    }),
  ),
  {
    code: "InvalidParameterException",
    source,
    when: (request) => {
      const template = templateOf(request);
      const found = Object.entries(prohibited).find(([path]) => holds(template, path));
      return found && `Launch template ${template?.id} should not specify the following property: ${found[1]}`;
    },
  },
  {
    code: "InvalidParameterException",
    source,
    when: (request) =>
      holds(templateOf(request), "instanceType") && textsAt(request.inputs, "instanceTypes").length > 0
        ? "Instance types cannot be specified in both the launch template and the node group"
        : undefined,
  },
  {
    code: "InvalidParameterException",
    source,
    when: (request) => {
      const { amiType } = request.inputs;
      const chosen = ["releaseVersion", "version"].filter((key) => has(request, key));
      const isChosen = chosen.length > 0 || (amiType !== undefined && amiType !== "CUSTOM");
      return isChosen && holds(templateOf(request), "imageId")
        ? `You cannot specify the field ${chosen[0] ?? "amiType"} when using custom AMI.`
        : undefined;
    },
  },
  {
    code: "InvalidParameterException",
    source: eksAction("LaunchTemplateSpecification"),
    when: (request) => {
      const [template, version] = [templateOf(request), Number(at(request.inputs, "launchTemplate.version"))];
      return template !== undefined && version > Number(template.outputs.latestVersion)
        ? `Launch template ${template.id} has no version ${version}`
        : undefined;
    },
  },
];
