import { affectedSince, everyStack } from "../../ci/affected/affected";
import type { Affected } from "../../ci/affected/result";
import { affectedSummary } from "../../ci/affected/summary";
import { setOutputs } from "../../ci/outputs";
import { WrongUse } from "../errors";
import { writeJson } from "../finish";
import { select } from "../selection";

export interface AffectedOptions {
  base?: string;
  all: boolean;
  json?: string;
  github: boolean;
  /** Environments that get a matrix of their own, since their previews wait for an approval. */
  apart: string[];
  /** Only the names of its stacks are printed, for a script. */
  namesOf?: string;
}

/** Tells which stacks a change affects. @throws WrongUse for what cannot be asked. */
export function affected(options: AffectedOptions): void {
  const { base, all, json, github, apart, namesOf } = options;
  if ((base === undefined) !== all)
    throw new WrongUse("affected needs --base REF or --all\n  e.g. foundation affected --base origin/main");
  const unknown = [...apart, ...(namesOf === undefined ? [] : [namesOf])].filter(
    (name) => !select([]).environments.has(name),
  );
  if (unknown.length > 0) throw new WrongUse(unknown.map((name) => `there is no environment ${name}`).join("\n"));
  const result = base === undefined ? everyStack() : affectedSince(base);
  writeJson(json, result);
  if (github) setOutputs(outputsOf(result, apart));
  if (namesOf !== undefined) {
    const row = result.matrix.include.find(({ environment }) => environment === namesOf);
    process.stdout.write(`${row?.stacks ?? ""}\n`);
    return;
  }
  (json === "-" ? process.stderr : process.stdout).write(`${affectedSummary(result)}\n`);
}

/** The rows of the matrix in two parts; an empty matrix is an error on GitHub, so each says whether it has any. */
function outputsOf({ matrix }: Affected, apart: readonly string[]): Record<string, string> {
  const rows = (isApart: boolean) =>
    matrix.include.filter(({ environment }) => apart.includes(environment) === isApart);
  const [here, there] = [rows(false), rows(true)];
  return {
    any: String(matrix.include.length > 0),
    environments: matrix.include.map(({ environment }) => environment).join(" "),
    stacks: matrix.include.map(({ stacks }) => stacks).join(" "),
    matrix: JSON.stringify({ include: here }),
    "has-matrix": String(here.length > 0),
    "matrix-apart": JSON.stringify({ include: there }),
    "has-matrix-apart": String(there.length > 0),
  };
}
