import type * as pulumi from "@pulumi/pulumi";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import * as server from "@pulumi/pulumi/provider/server";
import * as config from "@pulumi/pulumi/runtime/config";
import * as runtimeResource from "@pulumi/pulumi/runtime/resource";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";
import type { Map as ProtoMap } from "google-protobuf";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** URNs that an input depends on, as Construct and Call carry them. */
export interface Dependencies {
  getUrnsList(): string[];
}

/**
 * What the SDK's own provider server (`provider/server.js`) is made of and its type declarations leave out.
 *
 * That server cannot be mounted here: it knows one engine per process, and answers every call under way with the first
 * error of any of them. The sandbox serves several engines at once, so it takes the parts.
 */
interface Internals {
  /** Runs `body` with runtime settings of its own (monitor, project, config), found again by AsyncLocalStorage. */
  withLocalStorage<T>(body: () => T): T;
  /** Asks the monitor of the present settings what it can do. */
  awaitFeatureSupport(): Promise<void>;
  /** Waits until every registration that was started has been answered. */
  waitForRPCs(): Promise<void>;
  setAllConfig(values: Record<string, string>, secretKeys: string[]): void;
  /** The connections of the present settings, where they were opened. */
  connections(): { monitor?: Closable | undefined; engine?: Closable | undefined };
  hookBinding(hooks: ConstructRequest.ResourceHooksBinding | undefined): pulumi.ResourceHookBinding | undefined;
  /** Inputs as values, and as Outputs where they are secret, unknown or depend on something. */
  deserializeInputs(inputs: Struct, dependencies: ProtoMap<string, Dependencies>): Promise<pulumi.Inputs>;
}

interface Closable {
  close(): void;
}

// Each cast names only what is used of a module that has more at run time than it declares.
const undeclaredSettings = settings as unknown as Pick<Internals, "awaitFeatureSupport" | "waitForRPCs">;
const undeclaredConfig = config as unknown as Pick<Internals, "setAllConfig">;
const undeclaredServer = server as unknown as Pick<Internals, "deserializeInputs">;
const undeclaredResource = runtimeResource as unknown as { hookBindingFromProto: Internals["hookBinding"] };
const undeclaredState = state as unknown as Pick<Internals, "withLocalStorage"> & {
  getStore(): { settings: ReturnType<Internals["connections"]> };
};

export const internals: Internals = {
  withLocalStorage: undeclaredState.withLocalStorage,
  awaitFeatureSupport: undeclaredSettings.awaitFeatureSupport,
  waitForRPCs: undeclaredSettings.waitForRPCs,
  setAllConfig: undeclaredConfig.setAllConfig,
  connections: () => undeclaredState.getStore().settings,
  hookBinding: undeclaredResource.hookBindingFromProto,
  deserializeInputs: undeclaredServer.deserializeInputs,
};
