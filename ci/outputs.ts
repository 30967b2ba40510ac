import { appendFileSync } from "node:fs";
import { WrongUse } from "../cli/errors";

/** Hands values to the later steps and jobs of a workflow. @throws WrongUse outside one. */
export function setOutputs(values: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = process.env): void {
  const file = env.GITHUB_OUTPUT;
  if (file === undefined) throw new WrongUse("GITHUB_OUTPUT is not set: --github is for workflows of GitHub");
  for (const [name, value] of Object.entries(values)) {
    // Of one line each, so that no value can bring another output with it.
    if (/[\r\n]/.test(value)) throw new Error(`the output ${name} has several lines`);
    appendFileSync(file, `${name}=${value}\n`);
  }
}
