import * as grpc from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { CloudError } from "../cloud/errors";
import type { Properties } from "../values";

/** What one package answers; what it does not is answered as not implemented. */
export type ProviderHandlers = Partial<IResourceProviderServer>;

/** Properties of a message; none where it has none. */
export function propertiesOf(struct: Struct | undefined): Properties {
  // A Struct holds JSON values and nothing else.
  return (struct?.toJavaScript() ?? {}) as Properties;
}

export function structOf(properties: Properties): Struct {
  // The declarations ask for an index signature over their own JSON type, which is the same one.
  return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}

/** A handler that answers one message with another; `peer` tells provider instances apart. */
export function unary<Q, A>(answer: (request: Q, peer: string) => A | Promise<A>): grpc.handleUnaryCall<Q, A> {
  return (call, done) => {
    Promise.resolve()
      .then(() => answer(call.request, call.getPeer()))
      .then(
        (response) => done(null, response),
        (error: unknown) => done(serviceError(error)),
      );
  };
}

/** A refusal is the caller's matter; everything else is a mistake of the sandbox, and shows where it is. */
function serviceError(error: unknown): Partial<grpc.StatusObject> {
  if (error instanceof CloudError) return { code: grpc.status.FAILED_PRECONDITION, details: error.message };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: grpc.status.INTERNAL, details: `the sandbox failed: ${details}` };
}
