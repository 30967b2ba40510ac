import * as automation from "@pulumi/pulumi/automation/server";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

/** What the SDK keeps of a run; marked internal and so absent from its declarations. */
interface Run {
  /** Whether a call found the engine gone. */
  terminated: boolean;
}
const { getStore } = state as unknown as { getStore(): Run };

type Options = Record<string, unknown>;
const { grpcChannelOptions, grpcClientOptions } = settings as unknown as Record<string, Options>;

type Callback = (error: Error | undefined, response: unknown) => void;
interface Server {
  program(): Promise<unknown>;
  run(call: unknown, callback: Callback): Promise<void>;
}
const { LanguageServer } = automation as unknown as { LanguageServer: { prototype: Server } };

/**
 * Mends how the SDK (3.248) takes an engine that it does not reach.
 *
 * A call without an answer counts as the end of the engine, and the program as done without a fault
 * (automation/server.ts, errors.ts `isGrpcError`). Where the engine still runs, it then deletes what the program has not
 * registered: of a program that never began, the whole stack. Here such a run fails.
 *
 * That happens in one process with many engines: gRPC keeps the connections of all channels together by address, tries
 * those to engines that have gone again and again, and a new engine that gets the port of an old one inherits its failed
 * connection. Here each channel has connections of its own.
 */
export function mendLostEngines(): void {
  for (const options of [grpcChannelOptions, grpcClientOptions]) {
    if (options === undefined) throw new Error("the SDK keeps its gRPC options elsewhere now");
    options["grpc.use_local_subchannel_pool"] = 1;
  }
  const { run } = LanguageServer.prototype;
  LanguageServer.prototype.run = function (call, callback) {
    const { program } = this;
    const through = new WeakSet<Run>();
    this.program = async () => {
      const outputs = await program();
      through.add(getStore());
      return outputs;
    };
    return run.call(this, call, (error, response) => {
      const store = getStore();
      if (error || (through.has(store) && !store.terminated)) callback(error, response);
      else callback(new Error("the program lost its engine before it was through; run the command again"), undefined);
    });
  };
}
