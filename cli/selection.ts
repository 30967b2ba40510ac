import { type Environment, EnvironmentError, listEnvironments, loadEnvironment } from "../stacks/environment";
import { type LayerName, layerNames, stackName } from "../stacks/layers";
import { WrongUse } from "./errors";

/** What a selector may be, for help texts. */
export const selectorHelp = "environments (dev), layers (network) or stacks (dev-network)";

/** One stack of a selection. */
export interface StackRef {
  name: string;
  environment: string;
  layer: LayerName;
}

/** Stacks to work on, in dependency order, and the checked environment file of each environment among them. */
export interface Selection {
  stacks: StackRef[];
  environments: Map<string, Environment>;
}

/**
 * The stacks that `selectors` name: environments (`dev`), layers (`network`) or stacks (`dev-network`); none means all.
 *
 * @throws WrongUse naming the selectors that exist, or every mistake in the environment files of the selection.
 */
export function select(selectors: string[]): Selection {
  const names = listEnvironments();
  const all = names.flatMap((environment) =>
    layerNames.map((layer): StackRef => ({ name: stackName(environment, layer), environment, layer })),
  );
  const matches = (ref: StackRef, selector: string) =>
    selector === ref.name || selector === ref.environment || selector === ref.layer;

  const unknown = selectors.filter((selector) => !all.some((ref) => matches(ref, selector)));
  if (unknown.length > 0) {
    const lines = unknown.map((selector) => `unknown selector "${selector}"`);
    throw new WrongUse(
      [
        ...lines,
        `  environments: ${names.join(", ")}`,
        `  layers: ${layerNames.join(", ")}`,
        `  stacks: ${all.map((ref) => ref.name).join(", ")}`,
      ].join("\n"),
    );
  }
  const stacks =
    selectors.length === 0 ? all : all.filter((ref) => selectors.some((selector) => matches(ref, selector)));
  return { stacks, environments: loadAll(new Set(stacks.map((ref) => ref.environment))) };
}

/** The one environment of a selection; changing commands take exactly one outside the sandbox. @throws WrongUse otherwise. */
export function requireOneEnvironment(command: string, selection: Selection): void {
  const names = [...selection.environments.keys()];
  if (names.length === 1) return;
  throw new WrongUse(
    `${command} takes exactly one environment outside the sandbox, got ${names.join(", ")}\n  e.g. foundation ${command} ${names[0]}`,
  );
}

function loadAll(names: Iterable<string>): Map<string, Environment> {
  const environments = new Map<string, Environment>();
  const mistakes: string[] = [];
  for (const name of names) {
    try {
      environments.set(name, loadEnvironment(name));
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      mistakes.push(error.message);
    }
  }
  if (mistakes.length > 0) throw new WrongUse(mistakes.join("\n"));
  return environments;
}
