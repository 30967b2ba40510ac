import type { Severity } from "@pulumi/policy";
import type { ReportingDescriptor } from "sarif";
import { controlLists } from "../../policy-packs/controls/lists";
import { type Framework, frameworks } from "../../policy-packs/core/frameworks";
import { levelOf, type Rule } from "../../policy-packs/core/rule";
import type { Packs } from "../../policy-packs/core/standard/schema";
import { resourceCode } from "../../tools/generate/resource-code";
import type { Repository } from "./repository";

/**
 * Scores in the middle of the bands in which GitHub calls a security alert critical (over 9.0), high, medium and low:
 * docs.github.com, "SARIF support for code scanning".
 */
const scores: Record<Severity, string> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

/** Packs whose findings are no matter of security: code scanning shows those of others with their score. */
const otherPacks = new Set(["reliability", "tagging-cost"]);

/** How code scanning shows a finding: one that stops deployments as an error. */
export const levelFor = (
  level: "mandatory" | "advisory",
  severity: Severity | undefined,
): "error" | "warning" | "note" => (level === "mandatory" ? "error" : severity === "low" ? "note" : "warning");

/** All rules of `packs`, as SARIF describes rules. */
export function descriptorsOf(packs: Packs, repository?: Repository): ReportingDescriptor[] {
  return Object.entries(packs).flatMap(([pack, rules]) => rules.map((rule) => descriptorOf(pack, rule, repository)));
}

function descriptorOf(pack: string, rule: Rule, repository: Repository | undefined): ReportingDescriptor {
  const page = `docs/policies/${pack}/${rule.name}.md`;
  const level = levelFor(levelOf(rule) === "advisory" ? "advisory" : "mandatory", rule.severity);
  return {
    id: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: `${rule.title} ${rule.docs.why}` },
    help: { text: `${rule.docs.why} ${rule.remediationSteps}`, markdown: helpOf(rule, page) },
    // An address is known only where the repository has one; the path is in the help in any case.
    ...(repository && { helpUri: `${repository.url}/blob/${repository.commit}/${page}` }),
    defaultConfiguration: { level },
    properties: {
      tags: tagsOf(pack, rule),
      "security-severity": scores[rule.severity],
      "problem.severity": level === "note" ? "recommendation" : level,
      precision: "very-high",
      severity: rule.severity,
      controls: rule.controls,
    },
  };
}

/** At most ten are shown of a rule: docs.github.com, "SARIF results exceed one or more limits". */
function tagsOf(pack: string, { controls }: Rule): string[] {
  const supported = Object.keys(controls).filter((framework) => framework in controlLists);
  return [...(otherPacks.has(pack) ? [] : ["security"]), pack, ...supported].slice(0, 10);
}

function helpOf({ docs, remediationSteps, scope, controls }: Rule, page: string): string {
  const supported = (Object.entries(controls) as [Framework, readonly string[]][]).map(
    ([framework, ids]) => `- ${frameworks[framework].title}: ${ids.join(", ")}`,
  );
  return [
    docs.why,
    `**How to fix.** ${remediationSteps}`,
    ...(docs.component ? [`With our components: ${docs.component}`] : []),
    `\`\`\`ts\n${resourceCode(scope === "stack" ? docs.good : docs.good.slice(0, 1))}\n\`\`\``,
    ...(supported.length > 0 ? [`Supports, in part:\n\n${supported.join("\n")}`] : []),
    `Full page: \`${page}\``,
  ].join("\n\n");
}
