import { gitHub } from "../../ci/notes/github";
import { commitOf, reviewRun } from "../../ci/notes/reviewed";
import { setOutputs } from "../../ci/outputs";

export interface ReviewedOptions {
  workflow: string;
  github: boolean;
}

/** Finds the run that reviewed what the commit of this job merged. */
export async function reviewed({ workflow, github }: ReviewedOptions): Promise<void> {
  const host = gitHub(process.env, { say: (line) => void process.stderr.write(`${line}\n`) });
  const { id, pullRequest } = await reviewRun(host, commitOf(process.env), workflow);
  if (github) setOutputs({ run: String(id) });
  process.stdout.write(`run ${id} reviewed pull request ${pullRequest}\n`);
}
