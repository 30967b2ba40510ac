import { type ScaffoldOptions, scaffold } from "../../ci/scaffold/scaffold";

/** Writes the pipeline of a repository, and says what is left to do. */
export function scaffoldCi(options: ScaffoldOptions): void {
  const files = scaffold(options);
  const lines = files.map(({ path, written }) => `${written ? "written" : "as it was"}  ${path}`);
  process.stdout.write(`${[...lines, "", "docs/ci.md says what has to be set up once."].join("\n")}\n`);
}
