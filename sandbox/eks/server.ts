import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type ProviderHandlers, unary } from "../protocol/wire";
import { pluginVersion } from "./children";
import type * as Construct from "./construct";

/**
 * The protocol of the stand-in for pulumi-resource-eks: components only, so Construct and Call do the work.
 *
 * To be served once a process. What it simulates is in `components.ts`; the rest of the package is refused by name.
 */
export function eksService(): ProviderHandlers {
  // Where the engine at the other end of a connection takes logs.
  const engines = new Map<string, string>();
  return {
    handshake: unary((request, peer) => {
      engines.set(peer, request.getEngineAddress());
      return new messages.ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setAcceptResources(true)
        .setAcceptOutputs(true);
    }),
    attach: unary((request, peer) => {
      engines.set(peer, request.getAddress());
      return new Empty();
    }),
    getPluginInfo: unary(() => new PluginInfo().setVersion(pluginVersion)),
    getSchema: unary(() => new messages.GetSchemaResponse().setSchema("{}")),
    checkConfig: unary((request) => new messages.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(() => new messages.DiffResponse()),
    configure: unary(() =>
      new messages.ConfigureResponse().setAcceptsecrets(true).setAcceptresources(true).setAcceptoutputs(true),
    ),
    construct: (call, done) => components().construct(call, engines.get(call.getPeer()) ?? "", done),
    call: (call, done) => components().call(call, engines.get(call.getPeer()) ?? "", done),
    cancel: unary(() => new Empty()),
  };
}

/** Loaded with the first call: the SDKs that the components use take longer to load than the sandbox to start. */
function components(): typeof Construct {
  return require("./construct");
}
