import type { ServerWritableStream, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import {
  AboutResponse,
  type GetProgramDependenciesRequest,
  GetProgramDependenciesResponse,
  GetRequiredPackagesResponse,
  GetRequiredPluginsResponse,
  type InstallDependenciesRequest,
  type RunRequest,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { version } from "../../../package.json";
import type { Children } from "./children";
import { installedDependencies } from "./dependencies";
import { streaming, unary } from "./grpc";
import { runPlugin } from "./plugin";
import { runProgram } from "./program";
import { sdkScript } from "./sdk";

/** What the methods share. */
export interface Host {
  /** Where the engine itself listens, for logs of the programs. */
  engineAddress: string;
  children: Children;
}

/**
 * The methods of LanguageRuntime that the engine needs for programs, policy packs and component providers, and those of
 * `pulumi about`. The rest is left out, which answers UNIMPLEMENTED: the engine takes that for "no prompts", and code
 * generation needs the official distribution.
 */
export function languageService(host: Host): {
  service: ServiceDefinition;
  implementation: UntypedServiceImplementation;
} {
  return {
    // The generated type lists each method by name, which the general type of a service does not admit.
    service: LanguageRuntimeService as unknown as ServiceDefinition,
    implementation: {
      getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
      // Empty lists: the engine gets a provider when the program first uses it.
      getRequiredPackages: unary(() => new GetRequiredPackagesResponse()),
      getRequiredPlugins: unary(() => new GetRequiredPluginsResponse()),
      run: unary((request: RunRequest, cancelled) => runProgram(host, request, cancelled)),
      runPlugin: streaming((call: Parameters<typeof runPlugin>[1]) => runPlugin(host, call)),
      about: unary(() => new AboutResponse().setExecutable(process.execPath).setVersion(process.version)),
      getProgramDependencies: unary((request: GetProgramDependenciesRequest) =>
        new GetProgramDependenciesResponse().setDependenciesList(
          installedDependencies(request.getInfo()?.getProgramDirectory() ?? request.getPwd()),
        ),
      ),
      installDependencies: streaming(async (call: ServerWritableStream<InstallDependenciesRequest, unknown>) => {
        // npm is the user's to run; the engine asks before it loads a provider or a pack from a folder.
        sdkScript(call.request.getInfo()?.getProgramDirectory() || call.request.getDirectory(), "cmd/run");
      }),
      cancel: unary(async () => {
        await host.children.stopAll();
        return new Empty();
      }),
    },
  };
}
