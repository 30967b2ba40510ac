import { type Input, output } from "@pulumi/pulumi";
import type { AuthenticationMode, ClusterArgs } from "./cluster-args";

const modes: AuthenticationMode[] = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"];

/** Whether the aws-auth config map counts: it does unless the mode is API. */
export function supportsConfigMap(mode: string | undefined): boolean {
  return mode !== "API";
}

export function supportsAccessEntries(mode: string | undefined): boolean {
  return mode === "API" || mode === "API_AND_CONFIG_MAP";
}

/**
 * The arguments, with those that only the config map can serve gated on being empty where the mode is API.
 *
 * @throws Error for an unknown mode, and for arguments that the mode cannot serve.
 */
export function checkAuthentication(args: ClusterArgs): ClusterArgs {
  const mode = args.authenticationMode;
  if (mode !== undefined && !modes.includes(mode)) {
    throw new Error(`authenticationMode ${mode} is not one of ${modes.join(", ")}`);
  }
  if (!supportsAccessEntries(mode) && args.accessEntries !== undefined) {
    throw new Error(`accessEntries need authenticationMode API or API_AND_CONFIG_MAP; it is ${mode ?? "not set"}`);
  }
  if (supportsConfigMap(mode)) return args;
  const { roleMappings, userMappings, instanceRoles, ...others } = args;
  return {
    ...others,
    ...(roleMappings && { roleMappings: emptyOnly("roleMappings", roleMappings) }),
    ...(userMappings && { userMappings: emptyOnly("userMappings", userMappings) }),
    ...(instanceRoles && { instanceRoles: emptyOnly("instanceRoles", instanceRoles) }),
  };
}

/** The empty list, checked at once where it is known now, else when it becomes known. */
function emptyOnly(name: string, list: Input<unknown[]>): Input<never[]> {
  const check = (known: unknown[]): never[] => {
    if (known.length > 0) throw new Error(`${name} must be empty where authenticationMode is API`);
    return [];
  };
  return Array.isArray(list) ? check(list) : output(list).apply(check);
}
