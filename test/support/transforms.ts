import type * as pulumi from "@pulumi/pulumi";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as state from "@pulumi/pulumi/runtime/state";

/** What the SDK keeps of the mocks, of which its declarations say nothing. */
interface Internals {
  getStore(): { supportsTransforms: boolean; callbacks: unknown };
}

/**
 * Lets resources with `transforms` register with Pulumi's mocks, which refuse them otherwise, and returns the
 * transforms as they come. They are not run: only an engine does that. Call it after the mocks are set.
 */
export function acceptTransforms(): pulumi.ResourceTransform[] {
  const accepted: pulumi.ResourceTransform[] = [];
  const store = (state as unknown as Internals).getStore();
  store.supportsTransforms = true;
  // The methods that registering a resource calls.
  store.callbacks = {
    async registerTransform(transform: pulumi.ResourceTransform) {
      accepted.push(transform);
      return new Callback();
    },
    async awaitStackRegistrations() {},
  };
  return accepted;
}
