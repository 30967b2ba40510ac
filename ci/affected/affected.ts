import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../cli/root";
import { type Selection, type StackRef, select } from "../../cli/selection";
import { downstreamOf } from "../../stacks/layers";
import { backendOf, planRoleArn } from "../places";
import { type ChangedFile, GitFolder } from "./git";
import { type Imports, importsOf } from "./imports";
import { type Effect, effectOf } from "./map";
import { isSameForPrograms } from "./packages";
import type { Affected, AffectedStack, MatrixRow, Reason } from "./result";

/**
 * The stacks that can change by what differs between the working tree in `root` and the commit where it left `base`.
 *
 * @throws WrongUse where there is no such commit, or an environment file has mistakes.
 */
export function affectedSince(base: string, root = projectRoot): Affected {
  const git = new GitFolder(root);
  const commit = git.mergeBase(base);
  const effects = effectsOf(git, commit);
  const selection = select([]);
  const known = new Set(selection.environments.keys());
  const gone = effects.flatMap(({ effect }) =>
    effect.of === "environment" && !known.has(effect.environment) ? [effect.environment] : [],
  );
  const stacks = affectedStacks(selection.stacks, effects);
  return {
    version: 1,
    base: commit,
    head: git.head(),
    stacks,
    idle: effects
      .filter(({ effect }) => effect.of === "nothing")
      .map(({ file, effect }) => ({ file, why: effect.why })),
    gone: [...new Set(gone)],
    matrix: { include: matrixOf(stacks, selection) },
  };
}

/** Every stack, as if everything were affected: for what runs by the clock. */
export function everyStack(root = projectRoot): Affected {
  const selection = select([]);
  const stacks = selection.stacks.map(({ name, environment, layer }) => ({
    ...{ stack: name, environment, layer },
    reasons: [{ file: "", why: "all stacks were asked for" }],
  }));
  return {
    ...{ version: 1, base: "", head: new GitFolder(root).head(), stacks, idle: [], gone: [] },
    matrix: { include: matrixOf(stacks, selection) },
  };
}

interface FileEffect {
  readonly file: string;
  readonly effect: Effect;
}

/** What each changed file is about: where it is, and where it was. */
function effectsOf(git: GitFolder, commit: string): FileEffect[] {
  const files = git.changedSince(commit);
  const now = readImports(git.root);
  const leftAPath = files.some(({ before, after }) => before !== undefined && before !== after);
  const then = leftAPath ? git.at(commit, readImports) : now;
  return files.flatMap((file) => effectsOfFile(git, commit, { file, now, then }));
}

function effectsOfFile(
  git: GitFolder,
  commit: string,
  { file, now, then }: { file: ChangedFile; now: Imports | string; then: Imports | string },
): FileEffect[] {
  const { before, after } = file;
  const paths = new Map<string, Imports | string>();
  if (before !== undefined && before !== after) paths.set(before, then);
  if (after !== undefined) paths.set(after, now);
  return [...paths].map(([name, imports]) => {
    const effect = typeof imports === "string" ? { of: "everything" as const, why: imports } : effectOf(name, imports);
    const isManifest = name === "package.json" || name === "package-lock.json";
    if (isManifest && isSameForPrograms(name, git.contentAt(commit, name), read(path.join(git.root, name))))
      return { file: name, effect: { of: "nothing", why: "differs only in packages that develop and test" } };
    return { file: name, effect };
  });
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

/** The imports, or why they cannot be known. What a file does is then not known either. */
function readImports(root: string): Imports | string {
  try {
    return importsOf(root);
  } catch (error) {
    const [first = ""] = String(error instanceof Error ? error.message : error)
      .split("\n")
      .slice(1);
    return `may be part of everything, since the programs cannot be read (${first.trim()})`;
  }
}

/** The stacks that files affect, and those that read from one of them, in the order in which they are applied. */
export function affectedStacks(all: readonly StackRef[], effects: readonly FileEffect[]): AffectedStack[] {
  const reasons = new Map<string, Reason[]>(all.map(({ name }) => [name, []]));
  for (const { file, effect } of effects)
    for (const ref of all) if (isAbout(effect, ref)) reasons.get(ref.name)?.push({ file, why: effect.why });
  // Upstream stacks come first, so that one walk carries it all the way down.
  for (const { name } of all) {
    if (reasons.get(name)?.length === 0) continue;
    for (const reader of downstreamOf(name)) reasons.get(reader)?.push({ file: "", why: `reads from ${name}` });
  }
  return all
    .map(({ name, environment, layer }) => ({ stack: name, environment, layer, reasons: reasons.get(name) ?? [] }))
    .filter((stack) => stack.reasons.length > 0);
}

function isAbout(effect: Effect, { name, environment, layer }: StackRef): boolean {
  if (effect.of === "environment") return effect.environment === environment;
  if (effect.of === "stack") return effect.stack === name;
  if (effect.of === "layers") return effect.layers.includes(layer);
  return effect.of === "everything";
}

function matrixOf(stacks: readonly AffectedStack[], { environments }: Selection): MatrixRow[] {
  return [...environments.values()].flatMap((environment) => {
    const own = stacks.filter((stack) => stack.environment === environment.name).map(({ stack }) => stack);
    if (own.length === 0) return [];
    const { name, region } = environment;
    return [
      {
        ...{ environment: name, stacks: own.join(" "), region },
        ...{ planRole: planRoleArn(environment), backend: backendOf(environment) },
      },
    ];
  });
}
