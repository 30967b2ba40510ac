import type { Reference, Refusal } from "../models/model";

/** A request that the cloud refuses, with AWS's own error code. */
export class CloudError extends Error {
  override name = "CloudError";

  constructor(
    /** AWS's error code, e.g. `InvalidVpcID.NotFound`. */
    readonly code: string,
    message: string,
    /** Whether the real provider tries again for some minutes. */
    readonly retried = false,
    /** What the model says of it. */
    readonly refusal?: Refusal | Reference,
  ) {
    super(message);
  }
}
