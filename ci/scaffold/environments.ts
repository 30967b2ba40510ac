import type { Environment } from "../../stacks/environment";
import { stateBucket } from "../places";

/** What environments are called, from where a change is tried first to where it must not fail. */
const usual = [
  ...["sandbox", "dev", "development", "test", "testing", "qa", "integration", "uat", "stage", "staging"],
  ...["preprod", "pre-production", "prod", "production"],
];

/** Environments in the order in which a change goes through them; the last has the customers. */
export type Waves = readonly [Environment, ...Environment[]];

/**
 * Puts `environments` into the order of `names`, or into the usual one.
 *
 * @returns Waves, or every mistake.
 */
export function inOrder(environments: readonly Environment[], names: readonly string[] | undefined): Waves | string[] {
  const mistakes = [...wrongOrder(environments, names), ...shared(environments)];
  if (mistakes.length > 0) return mistakes;
  const order = names ?? usual;
  const [first, ...others] = [...environments].sort(
    (one, other) => order.indexOf(one.name) - order.indexOf(other.name),
  );
  return first === undefined ? ["there is no environment file in stacks/environments"] : [first, ...others];
}

function wrongOrder(environments: readonly Environment[], names: readonly string[] | undefined): string[] {
  const known = environments.map(({ name }) => name);
  const example = `--order ${known.join(",")}`;
  if (names === undefined) {
    return known
      .filter((name) => !usual.includes(name))
      .map((name) => `which environments come before and after ${name} is not known: say it, e.g. ${example}`);
  }
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `--order names ${name}, which has no file`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `--order names ${name} twice`),
    ...known.filter((name) => !names.includes(name)).map((name) => `--order leaves out ${name}, e.g. ${example}`),
  ];
}

/** What must not be shared: whoever may apply one of the environments could apply the other, or read its secrets. */
function shared(environments: readonly Environment[]): string[] {
  const parts: [string, (environment: Environment) => string][] = [
    ["deployRole", ({ accountId, deployRole }) => `${accountId} ${deployRole}`],
    ["secretsProvider", (environment) => `${stateBucket(environment)} ${environment.secretsProvider}`],
  ];
  return parts.flatMap(([field, valueIn]) =>
    environments.flatMap((environment, index) => {
      const before = environments.slice(0, index).find((other) => valueIn(other) === valueIn(environment));
      if (before === undefined) return [];
      return [`${environment.name} and ${before.name} share their account and ${field}: give each its own`];
    }),
  );
}
