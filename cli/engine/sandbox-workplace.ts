import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { startSandbox } from "../../sandbox/client";
import { writeAtomically } from "../../sandbox/cloud/store";
import { chooseKubernetes, type KubernetesChoice } from "../../sandbox/kubernetes/choice";
import { ensureEngine } from "../../tools/engine";
import { ensureControlPlane } from "../../tools/kubernetes";
import { WrongUse } from "../errors";
import { repairStates } from "../recovery/state-files";
import { policyPack, projectRoot } from "../root";
import type { Workplace } from "./workplace";

/** Folder of everything the sandbox keeps: its project, Pulumi home, state and cloud. */
export function sandboxDir(): string {
  return path.resolve(process.env.FOUNDATION_SANDBOX ?? path.join(projectRoot, ".sandbox"));
}

/** Parts of the sandbox's folder. */
export const sandboxParts = (dir: string) => ({
  project: path.join(dir, "project"),
  home: path.join(dir, "home"),
  state: path.join(dir, "state"),
  cloud: path.join(dir, "cloud"),
});

/** The state file of one stack in the sandbox's backend, which is ours alone. */
export function stateFile(dir: string, stack: string): string {
  return path.join(sandboxParts(dir).state, ".pulumi/stacks/foundation", `${stack}.json`);
}

/** Variables of the caller that could reach a real account, cluster or Pulumi login. */
const outside = /^(AWS_|PULUMI_|KUBECONFIG$|KUBE_)/;

/**
 * The simulated cloud with a project folder, Pulumi home, backend and passphrase of its own.
 *
 * A sandbox run in the repository's own work dir was seen to delete the `secretsprovider` and `encryptedkey` of a
 * KMS stack file; here it cannot, since the engine never sees the repository's stack files.
 */
export async function openSandbox(report: (line: string) => void, kubernetes?: KubernetesChoice): Promise<Workplace> {
  const dir = sandboxDir();
  const parts = sandboxParts(dir);
  for (const part of Object.values(parts)) mkdirSync(part, { recursive: true });
  repairStates(parts.state, report);
  writeProject(parts.project);

  // First, because it is what can be missing: a sandbox that nobody uses would keep the command from ending.
  const engine = await ensureEngine(report);
  const controlPlane = await controlPlaneFor(parts.cloud, kubernetes, report);
  const sandbox = await startSandbox({ stateDir: parts.cloud, controlPlane }, report);
  const inherited = Object.entries(process.env).filter(([key, value]) => value !== undefined && !outside.test(key));
  const search = [path.dirname(engine.executable), engine.languageHostPath, process.env.PATH].filter(Boolean);
  return {
    sandbox: true,
    workDir: parts.project,
    engine,
    env: {
      ...(Object.fromEntries(inherited) as Record<string, string>),
      PATH: search.join(path.delimiter),
      PULUMI_HOME: parts.home,
      // Without side files, which the engine does not replace as a whole: a kill can make a state unreadable by them.
      PULUMI_BACKEND_URL: `file://${parts.state}?metadata=skip`,
      // The state holds a pretend cloud's values; the passphrase keeps the engine from asking for one.
      PULUMI_CONFIG_PASSPHRASE: "sandbox",
      PULUMI_DEBUG_PROVIDERS: sandbox.attach,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    },
    close: () => sandbox.stop(),
  };
}

/** The executable of the sandbox's API servers, where its Kubernetes is a real one. */
async function controlPlaneFor(
  cloud: string,
  wanted: KubernetesChoice | undefined,
  report: (line: string) => void,
): Promise<string | undefined> {
  let choice: KubernetesChoice;
  try {
    choice = chooseKubernetes(cloud, wanted);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  return choice === "real" ? ensureControlPlane(report) : undefined;
}

/** Additional variables for commands that a person types in the sandbox: the packs that `foundation` passes itself. */
export const packVariables = { PULUMI_OPTION_POLICY_PACK: policyPack };

/** Writes the repository's Pulumi.yaml, with the same name and config, as seen from another folder. */
export function writeProject(projectDir: string): void {
  const project = parse(readFileSync(path.join(projectRoot, "Pulumi.yaml"), "utf8"));
  const main = path.relative(projectDir, path.join(projectRoot, project.main));
  const { stackConfigDir: _ownStackFiles, ...rest } = project;
  const text = stringify({ ...rest, main });
  // As a whole: engines of another command may be reading it.
  writeAtomically(
    path.join(projectDir, "Pulumi.yaml"),
    `# Written by foundation; the project itself is ${path.relative(projectDir, projectRoot)}.\n${text}`,
  );
}
