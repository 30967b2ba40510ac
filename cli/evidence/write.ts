import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Outcome } from "../../policy-packs/core/outcome";
import { loadStandard } from "../../policy-packs/core/standard/file";
import { packs } from "../../policy-packs/rules";
import type { Engine } from "../../tools/engine";
import type { StackResult } from "../report/result";
import { findingsOfOutcomes } from "../sarif/findings";
import { sarifOf } from "../sarif/log";
import { repositoryOf } from "../sarif/repository";
import { evidenceOf } from "./evidence";
import { markdownOf } from "./markdown/document";
import { oscalOf } from "./oscal/document";
import { provenanceOf } from "./provenance";
import { type Evidence, evidenceSchema } from "./schema";

/** What a run of the stacks brought. */
export interface Ran {
  readonly stacks: readonly StackResult[];
  readonly outcomes: readonly Outcome[];
  readonly engine: Pick<Engine, "version" | "source">;
  readonly sandbox: boolean;
}

/** Makes evidence of a run at the time `clock`. */
export async function gatherEvidence({ stacks, outcomes, engine, sandbox }: Ran, clock: Date): Promise<Evidence> {
  const provenance = await provenanceOf({ clock, sandbox, engine, packs });
  return evidenceSchema.parse(
    evidenceOf({ provenance, stacks, outcomes, packs, settings: loadStandard(packs).settings }),
  );
}

/** The texts of the four files that hold `evidence`, by name. */
export function evidenceFiles(evidence: Evidence): Record<string, string> {
  const { outcomes, stacks, provenance } = evidence;
  const sarif = sarifOf({
    findings: findingsOfOutcomes(outcomes),
    packs,
    stacks,
    clock: new Date(provenance.time),
    category: "evidence",
    sandbox: provenance.sandbox,
    repository: repositoryOf(),
  });
  return {
    "evidence.json": json(evidence),
    "evidence.md": markdownOf(evidence),
    "policies.sarif": json(sarif),
    "oscal-assessment-results.json": json(oscalOf(evidence)),
  };
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes the evidence into `folder`, which is made where there is none; answers with the files. */
export function writeEvidence(evidence: Evidence, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(evidenceFiles(evidence)).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
}
