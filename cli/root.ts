import path from "node:path";

/** The folder that holds this project: Pulumi.yaml, stacks/, policy-packs/. */
export const projectRoot = path.resolve(__dirname, "..");

/** The policy pack that every preview and up applies: all rules in one process, since it is processes that cost. */
export const policyPack = path.join(projectRoot, "policy-packs/foundation");

/** What the engine is given in its place once it runs; see cli/engine/pack-host.ts. */
export const policyPackStandIn = path.join(projectRoot, "policy-packs/host");
