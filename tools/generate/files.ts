import { z } from "zod";
import { affectedSchema } from "../../ci/affected/result";
import { inOrder, type Waves } from "../../ci/scaffold/environments";
import { gitHubFiles } from "../../ci/scaffold/github";
import { driftResultSchema } from "../../cli/drift/result";
import { evidenceSchema } from "../../cli/evidence/schema";
import { checkResultSchema } from "../../cli/policies/check-result";
import { policiesResultSchema } from "../../cli/policies/list-result";
import { runResultSchema } from "../../cli/report/result";
import { listFiles, listIndex } from "../../prices/update/list-index";
import { reviewSchema } from "../../review/model/schema";
import { listEnvironments, loadEnvironment } from "../../stacks/environment";
import { coveragePage } from "../sandbox-coverage/page";
import { coverage } from "../sandbox-coverage/table";
import { environmentJsonSchema } from "./environment-schema";
import { risksPage } from "./risks-page";
import { rulePages } from "./rule-pages";
import { ruleNames, standardJsonSchema } from "./standard-schema";
import { taggableTypes } from "./taggable-types";

/** A file that is derived from others and committed, so that editors and readers have it. A test compares. */
export interface GeneratedFile {
  /** Path in the repository. */
  file: string;
  content(): string;
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const generatedFiles: GeneratedFile[] = [
  { file: "stacks/environments/environment.schema.json", content: () => json(environmentJsonSchema()) },
  { file: "docs/reference/result.schema.json", content: () => json(resultJsonSchema()) },
  { file: "policy-packs/core/standard/rule-names.json", content: () => json(ruleNames()) },
  { file: "policy-packs/standard.schema.json", content: () => json(standardJsonSchema()) },
  { file: "prices/lists/index.ts", content: () => listIndex(listFiles()) },
  { file: "policy-packs/core/taggable-types.json", content: () => json(taggableTypes()) },
  ...rulePages(),
  { file: "docs/reference/sandbox-coverage.md", content: () => coveragePage(coverage()) },
  { file: "docs/reference/risks.md", content: risksPage },
  { file: "docs/reference/drift.schema.json", content: () => json(driftJsonSchema()) },
  { file: "docs/reference/evidence.schema.json", content: () => json(evidenceJsonSchema()) },
  { file: "docs/reference/review.schema.json", content: () => json(z.toJSONSchema(reviewSchema)) },
  { file: "docs/reference/policies.schema.json", content: () => json(policiesJsonSchema()) },
  { file: "docs/reference/policies-check.schema.json", content: () => json(checkJsonSchema()) },
  { file: "docs/reference/affected.schema.json", content: () => json(z.toJSONSchema(affectedSchema)) },
  ...workflows(),
];

/** The workflows of this repository: what `foundation scaffold ci` writes for its environments. */
function workflows(): GeneratedFile[] {
  const waves = inOrder(
    listEnvironments().map((name) => loadEnvironment(name)),
    undefined,
  );
  if (typeof waves[0] === "string") throw new Error(waves.join("\n"));
  const files = gitHubFiles(waves as Waves);
  return Object.entries(files).map(([file, content]) => ({ file, content: () => content }));
}

const evidenceJsonSchema = () => ({
  ...z.toJSONSchema(evidenceSchema),
  title: "Evidence of foundation evidence (evidence.json)",
});

const policiesJsonSchema = () => ({
  ...z.toJSONSchema(policiesResultSchema),
  title: "Result of foundation policies (--json)",
});

const checkJsonSchema = () => ({
  ...z.toJSONSchema(checkResultSchema),
  title: "Result of foundation policies check (--json)",
});

const driftJsonSchema = () => ({
  ...z.toJSONSchema(driftResultSchema),
  title: "Result of foundation drift (--json)",
});

const resultJsonSchema = () => ({
  ...z.toJSONSchema(runResultSchema),
  title: "Result of foundation preview, up and destroy (--json)",
});
