import type { ChildProcess } from "node:child_process";
import {
  Client,
  credentials,
  type MethodDefinition,
  type ServiceDefinition,
  type ServiceError,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { channelOptions, serve, unary } from "./grpc";
import { configEnvironment } from "./program";

const same = (bytes: Buffer): Buffer => bytes;

/** The Analyzer protocol with its messages as bytes: the proxy passes them on without reading them. */
const rawService: ServiceDefinition = Object.fromEntries(
  Object.entries(AnalyzerService as unknown as Record<string, MethodDefinition<unknown, unknown>>).map(
    ([name, method]) => [
      name,
      {
        ...method,
        requestSerialize: same,
        requestDeserialize: same,
        responseSerialize: same,
        responseDeserialize: same,
      },
    ],
  ),
);
/** Every answer that the proxy gives by itself is a message without fields. */
const empty = Buffer.alloc(0);

/**
 * Stands between the engine and a policy pack, because the engine names the stack by a call to a pack that runs
 * already (ConfigureStack), while the pack's SDK reads it from the environment that it starts with.
 */
export class PackProxy {
  port = 0;
  /** Environment of the pack, as soon as it can start; undefined where it was stopped before that. */
  readonly stackVariables: Promise<NodeJS.ProcessEnv | undefined>;
  private startPack: (variables: NodeJS.ProcessEnv | undefined) => void = () => {};
  private readonly pack: Promise<Client>;
  private connected: (client: Client) => void = () => {};
  private failed: (error: Error) => void = () => {};
  private configuration: Buffer | undefined;
  private stopServer: () => void = () => {};

  private constructor() {
    this.stackVariables = new Promise((resolve) => {
      this.startPack = resolve;
    });
    this.pack = new Promise((resolve, reject) => {
      this.connected = resolve;
      this.failed = reject;
    });
    // Calls that wait for the pack get its failure; where none waits there is nobody to tell.
    this.pack.catch(() => {});
  }

  static async listen(): Promise<PackProxy> {
    const proxy = new PackProxy();
    const { port, stop } = await serve(rawService, proxy.implementation());
    proxy.port = port;
    proxy.stopServer = stop;
    return proxy;
  }

  /** Connects to a pack that was just started; `onOutput` gets what it prints after the line with its port. */
  attach(child: ChildProcess, onOutput: (bytes: Buffer) => void): void {
    let head = Buffer.alloc(0);
    const onHead = (bytes: Buffer) => {
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf("\n");
      if (end < 0) return;
      child.stdout?.off("data", onHead).on("data", onOutput);
      this.connect(head.subarray(0, end).toString().trim()).then(this.connected, this.failed);
      if (end + 1 < head.length) onOutput(head.subarray(end + 1));
    };
    child.stdout?.on("data", onHead);
    child.once("close", (code) => {
      this.failed(new Error(`the policy pack ended with code ${code}`));
      this.stop();
    });
  }

  stop(): void {
    this.startPack(undefined);
    this.stopServer();
  }

  private async connect(port: string): Promise<Client> {
    if (!/^\d+$/.test(port))
      throw new Error(`the policy pack printed "${port}" before it was loaded; packs must not print`);
    const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), channelOptions);
    if (this.configuration) {
      await forward(client, AnalyzerService.configureStack.path, this.configuration).catch((error: ServiceError) => {
        // Packs of older SDKs know their stack from the environment alone.
        if (error.code !== status.UNIMPLEMENTED) throw error;
      });
    }
    return client;
  }

  private implementation(): UntypedServiceImplementation {
    const passOn = Object.entries(rawService).map(([name, { path }]) => [
      name,
      unary(async (request: Buffer) => {
        // The engine does not name a stack where there is none, e.g. for `pulumi policy publish`.
        this.startPack({});
        return forward(await this.pack, path, request);
      }),
    ]);
    return {
      ...Object.fromEntries(passOn),
      handshake: unary(() => empty),
      configureStack: unary((request: Buffer) => {
        this.configuration = request;
        this.startPack(stackVariables(AnalyzerStackConfigureRequest.deserializeBinary(request)));
        return empty;
      }),
    };
  }
}

function forward(client: Client, path: string, request: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, same, same, request, (error, response) => {
      if (error) reject(error);
      else resolve(response ?? empty);
    });
  });
}

/** What `pulumi.getOrganization()`, `getProject()`, `getStack()`, `Config` and `runtime.isDryRun()` of a pack read. */
function stackVariables(request: AnalyzerStackConfigureRequest): NodeJS.ProcessEnv {
  return {
    PULUMI_NODEJS_ORGANIZATION: request.getOrganization(),
    PULUMI_NODEJS_PROJECT: request.getProject(),
    PULUMI_NODEJS_STACK: request.getStack(),
    PULUMI_NODEJS_DRY_RUN: String(request.getDryRun()),
    ...configEnvironment(request.getConfigMap().entries(), request.getConfigSecretKeysList()),
  };
}
