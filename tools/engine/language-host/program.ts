import { once } from "node:events";
import { type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { optionVariables, runtimeOptions } from "./options";
import { sdkScript } from "./sdk";
import type { Host } from "./service";

/** Exit code by which the SDK says that it has already shown the error. */
const errorWasShown = 32;

/** Runs a program to its end: one process of `@pulumi/pulumi/cmd/run`, which talks to the engine by itself. */
export async function runProgram(host: Host, request: RunRequest, cancelled: AbortSignal): Promise<RunResponse> {
  const info = request.getInfo();
  const folder = info?.getProgramDirectory() || request.getPwd();
  const { nodeargs } = runtimeOptions(info);
  const args = [...nodeargs, sdkScript(folder, "cmd/run"), ...runArguments(host.engineAddress, request)];
  // What the program prints goes straight to where the engine reads what the host prints.
  const child = host.children.node(args, { env: runEnvironment(request), stdio: ["ignore", "inherit", "inherit"] });
  cancelled.addEventListener("abort", () => host.children.stop(child));
  const [code, signal] = await once(child, "exit");
  const response = new RunResponse();
  if (code === errorWasShown) response.setBail(true);
  else if (signal) response.setError(`program ended by signal ${signal}`);
  else if (code !== 0) response.setError(`program exited with code ${code}`);
  return response;
}

function runArguments(engineAddress: string, request: RunRequest): string[] {
  const flags: Record<string, string> = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": request.getInfo()?.getRootDirectory() ?? "",
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
  };
  const given = Object.entries(flags).filter(([, value]) => value !== "");
  return [
    ...given.flatMap(([name, value]) => [`--${name}`, value]),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    // A dot makes the SDK look into package.json for the entry point.
    request.getInfo()?.getEntryPoint() || request.getProgram() || ".",
    ...request.getArgsList(),
  ];
}

function runEnvironment(request: RunRequest): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...configEnvironment(request.getConfigMap().entries(), request.getConfigsecretkeysList()),
    ...optionVariables(request.getInfo()),
  };
}

/** The variables that `pulumi.Config` reads. */
export function configEnvironment(config: Iterable<[string, string]>, secretKeys: string[]): NodeJS.ProcessEnv {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(config)),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
  };
}
