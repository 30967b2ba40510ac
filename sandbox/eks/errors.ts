import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import type { InputPropertyErrorDetails } from "@pulumi/pulumi";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";

/** The reply that the engine prints as a list of the properties that are wrong. */
export function invalidInputs(message: string, errors: InputPropertyErrorDetails[]): Partial<ServiceError> {
  const details = new InputPropertiesError();
  for (const { propertyPath, reason } of errors) {
    const detail = new InputPropertiesError.PropertyError();
    detail.setPropertyPath(propertyPath);
    detail.setReason(reason);
    details.addErrors(detail);
  }
  const packed = new Any();
  packed.pack(details.serializeBinary(), "pulumirpc.InputPropertiesError");
  const reply = new Status();
  reply.setCode(status.INVALID_ARGUMENT);
  reply.setMessage(message);
  reply.addDetails(packed);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(reply.serializeBinary()));
  return { code: status.INVALID_ARGUMENT, details: message, metadata };
}

/** What the plugin can do and the sandbox does not simulate. Never skipped in silence: nothing would show it missing. */
export class NotSimulatedError extends Error {
  constructor(what: string) {
    super(`the sandbox does not simulate ${what} of the eks package: run this stack against a real account`);
    this.name = "NotSimulatedError";
  }
}
