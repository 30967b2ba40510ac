import { createServer, type Server, type Socket } from "node:net";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { ProviderHandlers } from "./wire";

/** Largest message that the engine sends (pulumi/pulumi, sdk/go/common/util/rpcutil). */
const largestMessage = 400 * 1024 * 1024;

export interface Served {
  port: number;
  /** How many engines are connected. */
  connections(): number;
  close(): void;
}

/**
 * Serves a package's provider on a port of its own.
 *
 * @param onConnectionsChanged Called when an engine connects or goes.
 */
export async function serve(handlers: ProviderHandlers, onConnectionsChanged: () => void): Promise<Served> {
  const provider = new grpc.Server({
    "grpc.max_receive_message_length": largestMessage,
    "grpc.max_send_message_length": largestMessage,
  });
  // A package answers only what it knows; grpc-js answers "not implemented" for the rest.
  provider.addService(ResourceProviderService, handlers as grpc.UntypedServiceImplementation);
  const injector = provider.createConnectionInjector(grpc.ServerCredentials.createInsecure());
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      onConnectionsChanged();
    });
    injector.injectConnection(socket);
    onConnectionsChanged();
  });
  return {
    port: await listen(server),
    connections: () => sockets.size,
    close() {
      server.close();
      injector.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Listens on a free port of this machine alone. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("the sandbox got no port"));
      else resolve(address.port);
    });
  });
}
