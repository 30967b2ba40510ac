import { type Risk, type RiskLevel, riskLevels, sections } from "../model/schema";
import type { Step } from "../model/step";
import { accessJudges } from "./access/judges";
import { availabilityJudges } from "./availability/judges";
import { guards, shorter } from "./data/guards";
import { lost } from "./data/lost";
import { removed } from "./data/removed";
import type { Found, Judge, RiskContext } from "./judge";
import { riskOf } from "./table";

const judges: readonly Judge[] = [lost, guards, shorter, removed, ...accessJudges, ...availabilityJudges];

/** What a step puts at risk, the most dangerous first. */
export function assess(step: Step, context: RiskContext): Risk[] {
  const { op, custom } = step;
  if (!custom || op === "same" || op === "read" || op === "import" || op === "forget") return [];
  return merged(judges.flatMap((judge) => judge(step, context)))
    .map((found) => settled(found, context))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** What is said twice of different properties, once. */
function merged(all: readonly Found[]): readonly Found[] {
  const bySummary = new Map<string, Found>();
  for (const found of all) {
    const key = `${found.id} ${found.summary}`;
    const { details = [], properties = [] } = bySummary.get(key) ?? {};
    const more = (known: readonly string[], added: readonly string[] = []) => [...new Set([...known, ...added])];
    bySummary.set(key, {
      ...found,
      details: more(details, found.details),
      properties: more(properties, found.properties),
    });
  }
  return [...bySummary.values()];
}

/** How dangerous a risk is, the lowest number first: by level, then by section; what is ignored comes last. */
export function rankOf({ level, section, ignored }: Pick<Risk, "level" | "section" | "ignored">): number {
  const byLevel = ignored ? riskLevels.length : riskLevels.indexOf(level);
  return byLevel * sections.length + sections.indexOf(section);
}

/** A risk with the level that its environment gives it; another one than the table's is said. */
function settled({ id, summary, details = [], properties = [] }: Found, { environment, settings }: RiskContext): Risk {
  const { section, level } = riskOf(id);
  const set = settings.risks[id];
  const found = { id, section, summary, properties: [...properties] };
  if (set === undefined || set === level) return { ...found, level, details: [...details] };
  if (set === "ignore") {
    const remark = `ignored by review.risks of ${environment}; ${level} by the table`;
    return { ...found, level: "low", tableLevel: level, ignored: true, details: [...details, remark] };
  }
  return { ...found, level: set, tableLevel: level, details: [...details, remarkOf(set, level, environment)] };
}

function remarkOf(set: RiskLevel, level: RiskLevel, environment: string): string {
  const direction = riskLevels.indexOf(set) > riskLevels.indexOf(level) ? "lowered" : "raised";
  return `${direction} from ${level} by review.risks of ${environment}`;
}
