import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { loadCloudState } from "../../sandbox/cloud/store";
import { writeFaults } from "../../sandbox/faults/store";
import { clustersFolder } from "../../sandbox/kubernetes/choice";
import { askReset, requireConsent } from "../confirm";
import { sandboxDir, sandboxParts, stateFile } from "../engine/sandbox-workplace";
import { CommandFailure } from "../errors";
import { plural } from "../report/words";
import { ownCloud } from "../sandbox/cloud";

/**
 * Forgets the simulated cloud, how it is made to fail, and the states of all its stacks.
 *
 * @throws CommandFailure where a sandbox runs, or the answer is no.
 */
export async function sandboxReset(options: { yes?: boolean }): Promise<void> {
  const dir = sandboxDir();
  const { cloud, project, state } = sandboxParts(dir);
  const { stacks, resources } = held(dir);
  if (stacks.length === 0 && resources === 0 && !existsSync(clustersFolder(cloud))) {
    process.stdout.write(`the sandbox in ${dir} is empty\n`);
    return;
  }
  requireConsent("sandbox reset", options);
  const lost = `${plural(resources, "simulated thing")} and the state of ${plural(stacks.length, "stack")} in ${dir}`;
  const ownership = await ownCloud();
  try {
    if (!(await askReset(options)(lost))) throw new CommandFailure("nothing was forgotten");
    // The stacks' own files go too: they hold what encrypts the secrets of the states.
    for (const folder of [project, state, clustersFolder(cloud)]) rmSync(folder, { recursive: true, force: true });
    writeFaults(cloud, []);
    for (const name of readdirSync(cloud).filter(
      (file) => file.startsWith("cloud.json") || file.startsWith("journal-"),
    )) {
      rmSync(path.join(cloud, name), { force: true });
    }
  } finally {
    ownership.release();
  }
  process.stdout.write(`forgotten: ${lost}\n`);
}

function held(dir: string): { stacks: string[]; resources: number } {
  const folder = path.dirname(stateFile(dir, "any"));
  const stacks = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return { stacks, resources: loadCloudState(sandboxParts(dir).cloud).resources.length };
}
