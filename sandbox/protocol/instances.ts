import type { Cloud } from "../cloud/cloud";
import { Scope } from "../cloud/scope";
import type { Model } from "../models/model";
import type { Target } from "../operations/lifecycle";
import type { Conformed } from "../shapes/conform";
import type { Properties } from "../values";
import type { InstanceConfig } from "./aws-config";

/** How a package is simulated. */
export interface Package {
  /** Version that the engine is told: that of the SDK in use. */
  version: string;
  modelOf: (type: string, config: InstanceConfig) => Model;
  /** Holds a resource's inputs against what the SDK declares. */
  conform?: (type: string, inputs: Properties) => Conformed;
  /** What an instance of its provider is configured with. */
  configure: (args: Properties) => InstanceConfig;
  /** Answers a function. */
  invoke: (token: string, args: Properties, scope: Scope) => Properties | Promise<Properties>;
}

/** The engine names the resource in every request. */
export interface Named {
  getUrn(): string;
  getName(): string;
  getType(): string;
}

/** The provider instances of a package: the engine opens one connection for each. */
export class Instances {
  private readonly configs = new Map<string, InstanceConfig>();

  constructor(
    readonly pkg: Package,
    readonly cloud: Cloud,
  ) {}

  configure(peer: string, args: Properties): void {
    this.configs.set(peer, this.pkg.configure(args));
  }

  configOf(peer: string): InstanceConfig {
    const config = this.configs.get(peer);
    if (config === undefined) throw new Error("the engine did not configure this provider");
    return config;
  }

  scopeOf(peer: string): Scope {
    const { account, region } = this.configOf(peer);
    return new Scope(this.cloud, account, region);
  }

  modelOf(type: string, peer: string): Model {
    return this.pkg.modelOf(type, this.configOf(peer));
  }

  targetOf(request: Named, peer: string): Target {
    const { type, name } = identityOf(request);
    return { model: this.modelOf(type, peer), scope: this.scopeOf(peer), name };
  }
}

/** Older engines send only the URN: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`. */
export function identityOf(request: Named): { type: string; name: string } {
  const [, , types = "", ...name] = request.getUrn().split("::");
  return {
    type: request.getType() || (types.split("$").at(-1) ?? types),
    name: request.getName() || name.join("::"),
  };
}
