import { isSet } from "./unknown";

/** The types that instances are made from. */
export const instanceTypes = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
] as const;

interface Launched {
  readonly type: string;
  readonly props: object;
}

/** Whether an instance leaves `property` to its launch template, which is judged on its own. */
export const leavesToTemplate = ({ type, props }: Launched, property: string): boolean =>
  type === "aws:ec2/instance:Instance" && !isSet(props, property as never) && isSet(props, "launchTemplate" as never);
