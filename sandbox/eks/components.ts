import type { ComponentResource, ComponentResourceOptions, Inputs } from "@pulumi/pulumi";
import { Addon, type AddonArgs } from "./addon";
import { Cluster } from "./cluster";
import { NotSimulatedError } from "./errors";
import { ManagedNodeGroup, type ManagedNodeGroupArgs } from "./managed-node-group";
import { NodeGroupV2 } from "./node-group";
import type { NodeGroupV2Args } from "./node-group-args";
import { NodeGroupSecurityGroup, type NodeGroupSecurityGroupArgs } from "./node-group-security-group";
import { VpcCniAddon, type VpcCniAddonArgs } from "./vpc-cni-addon";

/** A component that was made, and its outputs. */
interface Made {
  component: ComponentResource;
  state: Inputs;
}

type Construct = (name: string, inputs: Inputs, opts: ComponentResourceOptions) => Made;

// The casts from `Inputs`: the wire does not carry types, and the SDK of the program has checked its arguments.
const simulated: Record<string, Construct> = {
  "eks:index:Cluster": (name, inputs, opts) => {
    const component = new Cluster(name, inputs, opts);
    return { component, state: component.state };
  },
  "eks:index:ManagedNodeGroup": (name, inputs, opts) => {
    const component = new ManagedNodeGroup(name, inputs as ManagedNodeGroupArgs, opts);
    return { component, state: component.state };
  },
  "eks:index:NodeGroupV2": (name, inputs, opts) => {
    const component = new NodeGroupV2(name, inputs as NodeGroupV2Args, opts);
    return { component, state: component.state };
  },
  "eks:index:Addon": (name, inputs, opts) => {
    const component = new Addon(name, inputs as AddonArgs, opts);
    return { component, state: { addon: component.addon } };
  },
  "eks:index:VpcCniAddon": (name, inputs, opts) => {
    const component = new VpcCniAddon(name, inputs as VpcCniAddonArgs, opts);
    return { component, state: { addon: component.addon } };
  },
  "eks:index:NodeGroupSecurityGroup": (name, inputs, opts) => {
    const component = new NodeGroupSecurityGroup(name, inputs as NodeGroupSecurityGroupArgs, opts);
    return { component, state: component.state };
  },
};

/** @throws NotSimulatedError for a component of the package that the sandbox has no stand-in for. */
export function constructComponent(type: string, name: string, inputs: Inputs, opts: ComponentResourceOptions): Made {
  const construct = simulated[type];
  if (construct === undefined) throw new NotSimulatedError(type);
  return construct(name, inputs, opts);
}
