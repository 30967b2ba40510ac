import { CloudError } from "../cloud/errors";
import type { Scope } from "../cloud/scope";
import type { Properties } from "../values";
import { stsInvokes } from "./sts";

/** Answers one function of the aws package from what an account has in a region. */
export type Invoke = (args: Properties, scope: Scope) => Properties;

const invokes: Record<string, Invoke> = { ...stsInvokes };

/** Functions that the sandbox answers. */
export const invokeTokens: readonly string[] = Object.keys(invokes);

/** @throws CloudError naming a function that is not modelled. */
export function invoke(token: string, args: Properties, scope: Scope): Properties {
  const known = invokes[token];
  if (known === undefined) {
    throw new CloudError("NotModelled", `the sandbox does not model the function ${token} yet`);
  }
  return known(args, scope);
}
