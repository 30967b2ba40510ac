import { backendOf, deployRoleArn, planRoleArn } from "../places";
import { pinnedActions } from "./actions";
import type { Waves } from "./environments";
import { fill, template } from "./fill";

/** The workflows of GitHub, by their path in the repository. */
export function gitHubFiles(waves: Waves): Record<string, string> {
  const last = waves[waves.length - 1] ?? waves[0];
  const values = { ...pinnedActions, last: last.name };
  const report = (part: Record<string, string>) => fill(template("github/report-jobs.yml"), { ...values, ...part });
  const withParts = {
    ...values,
    plan: fill(template("github/plan-job.yml"), values),
    report: report({ suffix: "", title: "", needs: "sandbox, plan", any: ranAny("sandbox", "plan") }),
    "report-all": report({
      ...{ suffix: "-all", title: ` with ${last.name}`, needs: "report, plan-apart", any: ranAny("plan-apart") },
    }),
  };
  const workflow = (name: string, more = {}) => fill(template(`github/${name}.yml`), { ...withParts, ...more });
  return Object.fromEntries(
    Object.entries({
      review: workflow("review"),
      deploy: workflow("deploy", { waves: waveJobs(waves) }),
      drift: workflow("drift"),
    }).map(([name, content]) => [`.github/workflows/${name}.yml`, `${content.trimEnd()}\n`]),
  );
}

/** An expression: whether one of the jobs had something to do. */
const ranAny = (...jobs: string[]) => jobs.map((job) => `needs.${job}.result != 'skipped'`).join(" || ");

/** Where a change is tried first, nobody waits. */
const unapproved = { who: "Lets in only main.", approved: "" };
const approved = (environment: string) => ({
  who: "Has required reviewers, and lets in only main.",
  approved: `${fill(template("github/approved-step.yml"), { environment })}\n`,
});

/** The jobs of each environment. It waits for those before it, and for their health. */
function waveJobs(waves: Waves): string {
  return waves
    .map((environment, index) => {
      // All before it and not only the next: of a wave that was skipped since an earlier one failed nobody tells that.
      const before = waves.slice(0, index).map(({ name }) => `, apply-${name}, health-${name}`);
      return fill(template("github/deploy-wave.yml"), {
        ...pinnedActions,
        environment: environment.name,
        ...(index === 0 ? unapproved : approved(environment.name)),
        needs: before.join(""),
        region: environment.region,
        "deploy-role": deployRoleArn(environment),
        "plan-role": planRoleArn(environment),
        backend: backendOf(environment),
      });
    })
    .join("\n\n");
}
