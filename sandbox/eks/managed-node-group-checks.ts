import { InputPropertiesError, type InputPropertyErrorDetails } from "@pulumi/pulumi";
import { customUserDataArgs, launchTemplateArgs, needsLaunchTemplate } from "./launch-template";
import type { ManagedNodeGroupArgs } from "./managed-node-group";

/** @throws InputPropertiesError with everything that is missing or contradicts itself. */
export function checkManagedNodeGroup(args: ManagedNodeGroupArgs): void {
  const errors: InputPropertyErrorDetails[] = [];
  const refuse = (wrong: unknown, propertyPath: string, reason: string) => {
    if (wrong) errors.push({ propertyPath, reason });
  };
  refuse(args.nodeRole && args.nodeRoleArn, "nodeRole", "give either nodeRole or nodeRoleArn");
  refuse(!args.nodeRole && !args.nodeRoleArn, "nodeRole", "nodeRole or nodeRoleArn is required");
  refuse(args.amiId && args.gpu, "amiId", "give either amiId or gpu");
  refuse(args.amiId && args.amiType, "amiId", "give either amiId or amiType");
  refuse(
    args.enableEfaSupport && !args.placementGroupAvailabilityZone,
    "enableEfaSupport",
    "placementGroupAvailabilityZone is required with enableEfaSupport",
  );
  refuse(
    args.launchTemplate && needsLaunchTemplate(args),
    "launchTemplate",
    `with a launch template of your own, set in it what ${launchTemplateArgs.join(", ")} stand for`,
  );
  refuse(
    args.userData && customUserDataArgs.some((key) => args[key] !== undefined),
    "userData",
    `with userData of your own, set in it what ${customUserDataArgs.join(", ")} stand for`,
  );
  if (errors.length > 0) throw new InputPropertiesError({ message: "the managed node group is not valid", errors });
}
