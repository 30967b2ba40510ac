import * as aws from "@pulumi/aws";
import { loadEnvironment } from "../../stacks/environment";
import { awsProvider } from "../../stacks/providers";
import { inScratchStack } from "../engine/scratch-stack";
import type { Session } from "../engine/stack-run";
import type { StackRef } from "../selection";
import type { ResourceDrift } from "./result";

const key = "aws:kms/key:Key";

/**
 * `drift` with what the account says of keys that are gone for the provider: one that waits for its deletion can still be
 * kept (`aws kms cancel-key-deletion`), and with it all that it encrypts.
 */
export async function withFates(session: Session, ref: StackRef, drift: ResourceDrift[]): Promise<ResourceDrift[]> {
  const keys = drift.filter(({ kind, type }) => kind === "deleted" && type === key);
  if (keys.length === 0) return drift;
  const states = new Map<string, string>();
  await inScratchStack(session, async () => {
    const provider = awsProvider(loadEnvironment(ref.environment));
    for (const { urn, id } of keys) {
      // Of a key that is gone for good AWS says that there is none; then its status is not known.
      const found = await aws.kms.getKey({ keyId: id }, { provider }).catch(() => undefined);
      if (found !== undefined) states.set(urn, found.keyState);
    }
  });
  return drift.map((resource) => {
    const status = states.get(resource.urn);
    return status === undefined ? resource : { ...resource, status };
  });
}
