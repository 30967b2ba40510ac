import * as pulumi from "@pulumi/pulumi";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import type { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import { internals } from "./sdk-internals";

/** The resource options of the program, as a Construct request carries them. */
export function componentOptions(request: ConstructRequest): pulumi.ComponentResourceOptions {
  const options: pulumi.ComponentResourceOptions = {
    aliases: request.getAliasesList().map(aliasOf),
    dependsOn: request.getDependenciesList().map((urn) => new pulumi.DependencyResource(urn)),
    protect: request.getProtect(),
    providers: Object.fromEntries(
      [...request.getProvidersMap().entries()].map(([pkg, ref]) => [pkg, new pulumi.DependencyProviderResource(ref)]),
    ),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    customTimeouts: request.getCustomtimeouts()?.toObject(),
    retainOnDelete: request.getRetainondelete(),
    hooks: internals.hookBinding(request.getResourceHooks()),
  };
  if (request.getParent() !== "") options.parent = new pulumi.DependencyResource(request.getParent());
  if (request.getDeletedwith() !== "") options.deletedWith = new pulumi.DependencyResource(request.getDeletedwith());
  return options;
}

function aliasOf(message: AliasMessage): string | pulumi.Alias {
  const spec = message.getSpec();
  if (!message.hasSpec() || spec === undefined) return message.getUrn();
  const alias: pulumi.Alias = {};
  if (spec.getName() !== "") alias.name = spec.getName();
  if (spec.getProject() !== "") alias.project = spec.getProject();
  if (spec.getStack() !== "") alias.stack = spec.getStack();
  if (spec.hasParenturn()) alias.parent = spec.getParenturn();
  else if (spec.getNoparent()) alias.parent = pulumi.rootStackResource;
  return alias;
}
