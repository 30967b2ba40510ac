import type { AnalyzeRequest, AnalyzerResource, AnalyzerResourceOptions } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Options, Resource, StackResource } from "../core/rule";
import { plainProperties, type WireObject } from "./properties";

/** What a rule sees of the resource that the engine asks about. */
export function resourceOf(message: AnalyzeRequest | AnalyzerResource): Resource {
  const provider = providerOf(message);
  return {
    type: message.getType(),
    urn: message.getUrn(),
    name: message.getName(),
    props: plainProperties(wireOf(message.getProperties())),
    options: optionsOf(message.getOptions()),
    ...(provider && { provider }),
  };
}

/** The provider instance that a resource is made with. */
export function providerOf(message: AnalyzeRequest | AnalyzerResource): Resource["provider"] {
  const provider = message.getProvider();
  return (
    provider && {
      type: provider.getType(),
      name: provider.getName(),
      props: plainProperties(wireOf(provider.getProperties())),
    }
  );
}

/** The resources of a stack, each with those that its properties were made from. */
export function resourcesOf(messages: readonly AnalyzerResource[]): StackResource[] {
  const resources = messages.map(resourceOf);
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources.map((resource, index) => {
    const propertyDependencies: Record<string, Resource[]> = {};
    messages[index]?.getPropertydependenciesMap().forEach((dependencies, property) => {
      propertyDependencies[property] = dependencies.getUrnsList().flatMap((urn) => byUrn.get(urn) ?? []);
    });
    return { ...resource, propertyDependencies };
  });
}

/** The resource's URN, and those of what it was made from: by its properties, or because the program says so. */
export function dependenciesOf(message: AnalyzerResource): [urn: string, sources: string[]] {
  const sources = new Set(message.getDependenciesList());
  message.getPropertydependenciesMap().forEach((dependencies) => {
    for (const urn of dependencies.getUrnsList()) sources.add(urn);
  });
  return [message.getUrn(), [...sources]];
}

/** A message without properties has none. */
export const wireOf = (properties: Struct | undefined): WireObject =>
  // A Struct holds JSON values and nothing else.
  (properties?.toJavaScript() ?? {}) as WireObject;

function optionsOf(options: AnalyzerResourceOptions | undefined): Options {
  const parent = options?.getParent();
  return {
    protect: options?.getProtect() ?? false,
    ignoreChanges: options?.getIgnorechangesList() ?? [],
    deleteBeforeReplace: options?.getDeletebeforereplace() ?? false,
    ...(parent && { parent }),
  };
}
