import { ec2Id } from "../ids";
import type { Model } from "../model";
import { securityGroupReference } from "./references";

export const launchTemplate: Model = {
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  schema: "internal/service/ec2/ec2_launch_template.go",
  tagged: true,
  autoName: { property: "name", maxLength: 125 },
  immutable: ["name", "namePrefix"],
  sets: ["securityGroupNames", "vpcSecurityGroupIds"],
  references: { vpcSecurityGroupIds: securityGroupReference },
  refusals: [
    {
      code: "InvalidLaunchTemplateName.AlreadyExistsException",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html",
      on: ["create"],
      when: ({ scope, inputs }) => {
        const isTaken = scope
          .list("aws:ec2/launchTemplate:LaunchTemplate")
          .some(({ outputs }) => outputs.name === inputs.name);
        return isTaken ? "Launch template name already in use." : undefined;
      },
    },
  ],
  id: ec2Id("lt"),
  computed: {
    arn: ({ scope, id }) => scope.arn("ec2", `launch-template/${id}`),
    defaultVersion: ({ prior }) => {
      const version = Number(prior?.outputs.latestVersion ?? 0);
      return prior?.inputs.updateDefaultVersion === true ? version + 1 : (prior?.outputs.defaultVersion ?? 1);
    },
    // Every change of a launch template is a version of its own.
    latestVersion: ({ prior }) => Number(prior?.outputs.latestVersion ?? 0) + 1,
  },
  recomputed: ["defaultVersion", "latestVersion"],
};
