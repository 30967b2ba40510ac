import { CloudError } from "../cloud/errors";
import type { Scope } from "../cloud/scope";
import type { Properties } from "../values";
import { ec2Invokes } from "./ec2";
import { eksInvokes } from "./eks";
import { iamInvokes } from "./iam";
import type { Invoke } from "./invoke";
import { kmsInvokes } from "./kms";
import { ssmInvokes } from "./ssm";
import { stsInvokes } from "./sts";
import { taggingInvokes } from "./tagging";
import { zoneInvokes } from "./zones";

const invokes: Record<string, Invoke> = {
  ...ec2Invokes,
  ...eksInvokes,
  ...iamInvokes,
  ...kmsInvokes,
  ...ssmInvokes,
  ...stsInvokes,
  ...taggingInvokes,
  ...zoneInvokes,
};

/** Functions that the sandbox answers. */
export const invokeTokens: readonly string[] = Object.keys(invokes);

/** @throws CloudError where AWS would refuse, or naming a function that is not modelled. */
export function invoke(token: string, args: Properties, scope: Scope): Properties {
  const known = invokes[token];
  if (known === undefined) throw new CloudError("NotModelled", `the sandbox does not model the function ${token}`);
  return known(args, scope);
}
