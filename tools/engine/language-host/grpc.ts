import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type ServiceDefinition,
  type ServiceError,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";

/** Stacks and schemas exceed gRPC's default of 4 MB; the engine itself allows 400 MB. */
export const channelOptions = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
};

/** Serves on a free port of 127.0.0.1. */
export function serve(
  service: ServiceDefinition,
  implementation: UntypedServiceImplementation,
): Promise<{ port: number; stop: () => void }> {
  const server = new Server(channelOptions);
  server.addService(service, implementation);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve({ port, stop: () => server.forceShutdown() });
    });
  });
}

/** A unary method from an async function; what it throws becomes the call's error. */
export function unary<Request, Response>(
  answer: (request: Request, cancelled: AbortSignal) => Promise<Response> | Response,
): handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    const cancelled = new AbortController();
    call.on("cancelled", () => cancelled.abort());
    try {
      callback(null, await answer(call.request, cancelled.signal));
    } catch (error) {
      callback(asServiceError(error));
    }
  };
}

/** A method that answers with a stream, from an async function that writes it; what it throws becomes the call's error. */
export function streaming<Request, Response>(
  answer: (call: ServerWritableStream<Request, Response>) => Promise<void>,
): (call: ServerWritableStream<Request, Response>) => void {
  return (call) => {
    answer(call).then(
      () => call.end(),
      (error: unknown) => call.emit("error", asServiceError(error)),
    );
  };
}

/** Errors of another gRPC server pass as they are, everything else becomes one. */
function asServiceError(error: unknown): Partial<ServiceError> {
  if (isServiceError(error)) return error;
  return { code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && "metadata" in error && "code" in error && typeof error.code === "number";
}
