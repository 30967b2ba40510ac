import path from "node:path";

/**
 * A start script of the Pulumi SDK that a program, pack or provider has installed: from its own folder upward, as Node
 * itself looks.
 *
 * @param script e.g. "cmd/run"
 * @throws Error saying that the dependencies are not installed.
 */
export function sdkScript(folder: string, script: string): string {
  try {
    return require.resolve(`@pulumi/pulumi/${script}`, { paths: [folder] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new Error(`there is no @pulumi/pulumi for ${path.resolve(folder)}: run npm install there`);
  }
}
