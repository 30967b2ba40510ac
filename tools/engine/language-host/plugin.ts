import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { ServerWritableStream } from "@grpc/grpc-js";
import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { optionVariables, runtimeOptions } from "./options";
import { PackProxy } from "./pack-proxy";
import { sdkScript } from "./sdk";
import type { Host } from "./service";

export type PluginStream = ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/**
 * Runs a policy pack or a component provider. Its output and exit code travel in the stream, in the output first the line
 * with its port; the engine ends it by cancelling the stream.
 */
export async function runPlugin(host: Host, call: PluginStream): Promise<void> {
  const child = call.request.getKind() === "analyzer" ? await startPack(host, call) : startProvider(host, call);
  if (!child) return;
  const [code] = await once(child, "close");
  call.write(new RunPluginResponse().setExitcode(code ?? 1));
}

function startProvider(host: Host, call: PluginStream): ChildProcess {
  const { request } = call;
  const folder = programFolder(request);
  const args = [sdkScript(folder, "cmd/run-plugin"), folder, ...request.getArgsList()];
  const child = startChild(host, call, args, request.getPwd(), {});
  child.stdout?.on("data", (bytes: Buffer) => writeOutput(call, bytes));
  return child;
}

/** A pack starts when its stack is known: `pulumi.getStack()` and `pulumi.Config` of a pack read the environment. */
async function startPack(host: Host, call: PluginStream): Promise<ChildProcess | undefined> {
  const folder = programFolder(call.request);
  const start = packStart(call.request, folder);
  const proxy = await PackProxy.listen();
  call.on("cancelled", () => proxy.stop());
  writeOutput(call, Buffer.from(`${proxy.port}\n`));
  const stackVariables = await proxy.stackVariables;
  if (!stackVariables) return undefined;
  const child = startChild(host, call, start, folder, stackVariables);
  proxy.attach(child, (bytes) => writeOutput(call, bytes));
  return child;
}

/**
 * The SDK's start script always loads ts-node with the TypeScript compiler, 0.4 s of a start of 1.2 s. A pack that says
 * `typescript: false` does not need that: Node runs it by itself, and the script does no more.
 */
function packStart(request: RunPluginRequest, folder: string): string[] {
  const { typescript } = runtimeOptions(request.getInfo());
  return [typescript ? sdkScript(folder, "cmd/run-policy-pack") : folder, ...request.getArgsList(), folder];
}

function startChild(
  host: Host,
  call: PluginStream,
  args: string[],
  cwd: string,
  variables: NodeJS.ProcessEnv,
): ChildProcess {
  const { nodeargs } = runtimeOptions(call.request.getInfo());
  const env = { ...requestEnvironment(call.request), ...optionVariables(call.request.getInfo()), ...variables };
  const child = host.children.node([...nodeargs, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  call.on("cancelled", () => host.children.stop(child));
  child.stderr?.on("data", (bytes: Buffer) => call.write(new RunPluginResponse().setStderr(bytes)));
  return child;
}

function writeOutput(call: PluginStream, bytes: Buffer): void {
  call.write(new RunPluginResponse().setStdout(bytes));
}

function programFolder(request: RunPluginRequest): string {
  return request.getInfo()?.getProgramDirectory() || request.getProgram();
}

function requestEnvironment(request: RunPluginRequest): NodeJS.ProcessEnv {
  return Object.fromEntries(
    request.getEnvList().map((entry) => {
      const at = entry.indexOf("=");
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
}
