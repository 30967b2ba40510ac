import { sections } from "../../review/model/schema";
import { servingTypes } from "../../review/risk/availability/serving-types";
import { statefulTypes } from "../../review/risk/data/stateful";
import { risks } from "../../review/risk/table";
import { table } from "./markdown";

const intro = [
  "Written by `npm run generate` from `review/risk`. A review names what a change puts at risk and puts the most dangerous",
  "first: what deletes or replaces something that holds data, whatever its level; then by level, and of one level data,",
  "access, availability; then what has no risk; last what means nothing.",
  "",
  "An environment sets other levels by id, under `review.risks` of its file: `critical`, `high`, `medium`, `low` or `ignore`.",
  "A risk with another level stays in the review and says so, with the level of this table; one that is ignored is `low`, says",
  "that it is ignored, and moves nothing up. What deletes or replaces data stays first even then.",
].join("\n");

const titles = { data: "Data at risk", access: "Access widened", availability: "Availability" } as const;

/** The table of risks as a page. */
export function risksPage(): string {
  const lists = sections.flatMap((section) => {
    const rows = risks.filter((risk) => risk.section === section);
    const cells = rows.map(({ id, level, title, why, judges, source }) => [
      `\`${id}\``,
      ...[level, title, why, judges, linked(source)],
    ]);
    return [`## ${titles[section]}`, table(["id", "level", "what", "why", "seen on", "source"], cells)];
  });
  return `${["# Risks", intro, ...lists, ...stateful(), ...serving()].join("\n\n")}\n`;
}

function stateful(): string[] {
  const rows = statefulTypes.map(({ type, transient, lost, source }) => [
    `\`${type}\``,
    transient ? "transient" : "stateful",
    lost,
    linked(source),
  ]);
  return ["## What holds data", table(["type", "kind", "deleted or replaced", "source"], rows)];
}

function serving(): string[] {
  const rows = Object.entries(servingTypes).map(([type, { stops, deleted, replaced, source }]) => [
    ...[`\`${type}\``, stops, `\`${deleted}\``, `\`${replaced}\``],
    linked(source),
  ]);
  return ["## What serves", table(["type", "deleted or replaced", "deleted is", "replaced is", "source"], rows)];
}

const linked = (source: string): string =>
  source.startsWith("https://") ? `[${new URL(source).hostname}](${source})` : source;
