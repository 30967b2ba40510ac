import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GitFolder } from "../../ci/affected/git";
import type { Review } from "../../review/model/schema";
import { listEnvironments } from "../../stacks/environment";
import { sandboxDir } from "../engine/sandbox-workplace";
import { ExitCode } from "../errors";
import type { Progress } from "../report/progress";
import type { Outcome } from "../report/result";
import { BaseProject, sandboxOfBase } from "../review/base";
import { readReviews } from "../review/read";
import { projectRoot } from "../root";
import type { Selection } from "../selection";
import type { CommonOptions } from "../session";
import { reviewedPreview } from "./reviewed-preview";

export type ReviewCommandOptions = CommonOptions & { base: string };

/**
 * Previews what this working tree changes against the commit at which it left a base.
 *
 * In the sandbox the base is applied first, in a sandbox of its own that is kept: what is previewed is the change alone. On
 * accounts the base is previewed too: what it would change as well is marked as pending.
 *
 * @throws WrongUse where there is no such commit, CommandFailure where the base cannot be run.
 */
export async function review(
  options: ReviewCommandOptions,
  selection: Selection,
  progress: Progress,
  clock: Date,
): Promise<Outcome> {
  const commit = new GitFolder(projectRoot).mergeBase(options.base);
  const label = `${options.base} (${commit.slice(0, 12)})`;
  const say = (line: string) => progress.say(line);
  return BaseProject.with(commit, say, async (base) => {
    for (const gone of base.environments().filter((one) => !listEnvironments().includes(one)))
      say(
        `the base has an environment ${gone} and this tree has none: its stacks stay as they are, and nobody tends them`,
      );
    if (!options.sandbox) {
      const pending = await reviewOfBase(base, selection, say);
      return reviewedPreview({ ...options, base: label }, selection, progress, clock, pending);
    }
    const environments = [...selection.environments.keys()];
    // The sandbox that the preview runs in, as for any other command.
    process.env.FOUNDATION_SANDBOX = await sandboxOfBase(base, environments, path.join(sandboxDir(), "bases"), say);
    return reviewedPreview({ ...options, base: label }, selection, progress, clock);
  });
}

/** What the base would change: it is no part of the change, though it comes with it. */
async function reviewOfBase(base: BaseProject, selection: Selection, say: (line: string) => void): Promise<Review> {
  const folder = mkdtempSync(path.join(tmpdir(), "foundation-base-review-"));
  const file = path.join(folder, "review.json");
  try {
    say(`previewing the base ${base.commit.slice(0, 12)}`);
    const stacks = selection.stacks.filter(({ environment }) => base.has(environment)).map(({ name }) => name);
    const known = [ExitCode.done, ExitCode.failed, ExitCode.policyViolated];
    await base.foundation(["preview", ...stacks, "--review", file], {}, known);
    const [found] = readReviews([file]);
    if (found === undefined) throw new Error("the base wrote no review");
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
