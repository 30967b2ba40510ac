import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type sendUnaryData,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as services from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** A provider of the package `name` that accepts everything and does nothing: what is left is the engine's own time. */
export async function startNoopProvider(name = "noop"): Promise<{ attach: string; stop(): void }> {
  const server = new Server();
  server.addService(services.ResourceProviderService as never, handlers());
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { attach: `${name}:${port}`, stop: () => server.forceShutdown() };
}

// The SDK ships these stubs without declarations, so requests and messages are untyped here.
// biome-ignore lint/suspicious/noExplicitAny: generated code without types
type Untyped = any;

function handlers(): UntypedServiceImplementation {
  const answer =
    (make: (request: Untyped) => Untyped) => (call: ServerUnaryCall<Untyped, Untyped>, done: sendUnaryData<Untyped>) =>
      done(null, make(call.request));
  const proto: Untyped = messages;
  const inputs = (request: Untyped) => {
    const message = new proto.CheckResponse();
    message.setInputs(request.getNews());
    return message;
  };
  return {
    attach: answer(() => new Empty()),
    cancel: answer(() => new Empty()),
    handshake: answer(() => new proto.ProviderHandshakeResponse()),
    getPluginInfo: answer(() => {
      const info: Untyped = new (plugin as Untyped).PluginInfo();
      info.setVersion("1.0.0");
      return info;
    }),
    checkConfig: answer(inputs),
    diffConfig: answer(() => new proto.DiffResponse()),
    configure: answer(() => {
      const message = new proto.ConfigureResponse();
      message.setSupportspreview(true);
      return message;
    }),
    check: answer(inputs),
    diff: answer(() => new proto.DiffResponse()),
    create: answer((request) => {
      const message = new proto.CreateResponse();
      message.setProperties(request.getProperties());
      message.setId(request.getName());
      return message;
    }),
  };
}
