import path from "node:path";

/** The folder that holds this project: Pulumi.yaml, stacks/, policy-packs/. */
export const projectRoot = path.resolve(__dirname, "..");

/** Policy packs that every preview and up applies. */
export const policyPacks = [path.join(projectRoot, "policy-packs/security-baseline")];
