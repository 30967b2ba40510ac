import { Network } from "../../../components/network/network";
import type { NetworkArgs, NetworkOptions } from "../../../components/network/types";
import { inventory, settled, startMocks } from "../../support/harness";

export const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

/** The least that a network needs. */
export const minimal: NetworkArgs = { cidr: "10.10.0.0/16", zones };

export const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888";

/** Everything that `args` makes, by type and name. */
export async function made(args: Partial<NetworkArgs> = {}, opts?: NetworkOptions) {
  await startMocks();
  new Network("dev", { ...minimal, ...args }, opts);
  await settled();
  return inventory();
}

/** The keys of the resources of `type`. */
export const ofType = (resources: Record<string, unknown>, type: string) =>
  Object.keys(resources).filter((key) => key.startsWith(`${type}::`));
