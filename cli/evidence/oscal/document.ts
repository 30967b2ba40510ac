import { createHash } from "node:crypto";
import type { Evidence } from "../schema";
import { resultOf } from "./environment";
import { propsOf, uuidOf } from "./values";

/** The release of OSCAL that the document is written for. */
export const oscalVersion = "1.1.3";

/** The evidence as OSCAL assessment results, with a result for each environment. */
export function oscalOf(evidence: Evidence): object {
  const document = uuidOf("document", createHash("sha256").update(JSON.stringify(evidence)).digest("hex"));
  const plan = uuidOf(document, "plan");
  const { time, day, project, commit, engine, pack, files } = evidence.provenance;
  const environments = [...new Set(evidence.stacks.map(({ environment }) => environment))];
  return {
    "assessment-results": {
      uuid: document,
      metadata: {
        title: "Results of policy checks",
        "last-modified": time,
        version: commit?.id ?? project.version,
        "oscal-version": oscalVersion,
        props: propsOf({
          ...{ project: `${project.name} ${project.version}`, engine: `Pulumi ${engine.version}` },
          ...(commit && { commit: commit.id, "uncommitted-changes": commit.dirty }),
          "judged-by-day": day,
          ...{ pack: `${pack.name} ${pack.version}`, "pack-sha256": pack.sha256 },
        }),
        remarks: evidence.statement,
      },
      "import-ap": {
        href: `#${plan}`,
        remarks: "The plan is the policy packs themselves, at the commit that is named.",
      },
      results: environments.map((environment) => resultOf({ evidence, environment, document })),
      "back-matter": {
        resources: [
          {
            uuid: plan,
            title: "Policy packs",
            description: `Every rule of ${evidence.rules.length}, on every resource of the stacks; docs/policies in the project says what each asks.`,
            props: propsOf({
              ...Object.fromEntries(evidence.provenance.packs.map(({ name, sha256 }) => [`${name}-sha256`, sha256])),
              ...Object.fromEntries(
                files.map(({ file, sha256 }) => [`${file.split("/").at(-1)}-sha256`, sha256 ?? "none"]),
              ),
            }),
          },
          {
            uuid: uuidOf(document, "evidence"),
            title: "Evidence",
            description: "Every outcome of every rule.",
            rlinks: [{ href: "evidence.json", "media-type": "application/json" }],
          },
        ],
      },
    },
  };
}
