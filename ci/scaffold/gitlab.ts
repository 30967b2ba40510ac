import { backendOf, deployRoleArn, planRoleArn } from "../places";
import type { Waves } from "./environments";
import { fill, template } from "./fill";

/** The pipeline of GitLab, by its path in the repository. */
export function gitLabFiles(waves: Waves): Record<string, string> {
  const names = waves.map(({ name }) => name);
  const content = fill(template("gitlab/pipeline.yml"), {
    plans: jobs(waves, "plan"),
    applies: jobs(waves, "apply"),
    drifts: jobs(waves, "drift"),
    // Reading the last one waits for somebody, so the report does not.
    "plans-at-once": names
      .slice(0, Math.max(1, names.length - 1))
      .map(planOf)
      .join(", "),
    "plan-jobs": names.map(planOf).join(", "),
    last: names[names.length - 1] ?? "",
    "drift-jobs": names.map((name) => `drift ${name}`).join(", "),
  });
  return { ".gitlab-ci.yml": `${content.trimEnd()}\n` };
}

function jobs(waves: Waves, kind: "plan" | "apply" | "drift"): string {
  const last = waves[waves.length - 1];
  return waves
    .map((environment, index) => {
      const before = waves[index - 1];
      return fill(template(`gitlab/${kind}.yml`), {
        environment: environment.name,
        region: environment.region,
        "plan-role": planRoleArn(environment),
        "deploy-role": deployRoleArn(environment),
        backend: backendOf(environment),
        rules: index > 0 && environment === last ? manualRules : rules,
        "and-before": before === undefined ? "" : `, health ${before.name}`,
      });
    })
    .join("\n\n");
}

const planOf = (name: string) => `plan ${name}`;

const rules = `  rules:
    - !reference [.review, rules]
    - !reference [.main, rules]`;
const manualRules = `  rules:
    # Even reading waits for somebody who may deploy to it.
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID
      when: manual
      allow_failure: true
    - !reference [.main, rules]`;
