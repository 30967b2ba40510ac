import type * as pulumi from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { getStore } from "@pulumi/pulumi/runtime/state";

/**
 * Lets resources with `transforms` register with Pulumi's mocks, which refuse them otherwise, and returns the
 * transforms as they come. They are not run: only an engine does that. Call it after the mocks are set.
 */
export function acceptTransforms(): pulumi.ResourceTransform[] {
  const accepted: pulumi.ResourceTransform[] = [];
  const store = getStore();
  store.supportsTransforms = true;
  store.callbacks = {
    async registerTransform(transform: pulumi.ResourceTransform) {
      accepted.push(transform);
      return new Callback();
    },
    async awaitStackRegistrations() {},
  } as unknown as typeof store.callbacks; // the methods that registering a resource calls
  return accepted;
}
