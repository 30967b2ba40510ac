import { z } from "zod";
import { type Estimate, estimate } from "../../../../prices/estimate";
import { usageSchema } from "../../../../prices/usage";
import { wholeStackRule } from "../../../core/rule";
import { UnknownValueError } from "../../../core/unknown";

const parameters = z.object({
  maxUsd: z.number().positive().default(2000).describe("What a stack may cost in a month, in US dollars."),
  nearPercent: z
    .number()
    .min(0)
    .max(100)
    .default(80)
    .describe("From how much of it on a stack with parts that have no price is reported: it may be over already."),
  region: z.string().optional().describe("Region of resources that do not say theirs. Default: us-east-1."),
  usage: usageSchema.prefault({}).describe("What is assumed of traffic and logs, for each resource and month."),
  today: z.iso.date().optional().describe("Day of which it is asked, for what gets dearer with time. Default: today."),
});

/** A stack costs no more than was agreed. */
export const costMonthlyLimit = wholeStackRule({
  name: "cost-monthly-limit",
  title: "What a stack is estimated to cost in a month is not over its limit.",
  severity: "medium",
  parameters,
  controls: {},
  remediationSteps:
    "Make what the message names smaller or fewer, or raise maxUsd of this rule; the prices, with their sources and dates, are in prices/lists.",
  docs: {
    why: "The first bill comes weeks after the deployment; until then nobody knows that a stack costs ten times what was meant.",
    good: [
      { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: {} },
      { type: "aws:eks/cluster:Cluster", name: "cluster", props: { version: "1.36" } },
    ],
  },
  check({ all }, report, { maxUsd, nearPercent, region, usage, today }) {
    const result = estimate(all, { usage, ...(region && { region }), ...(today && { today }) });
    if (result.usd > maxUsd) {
      report(
        `the stack is estimated at ${dollars(result.usd)} a month, over its limit of ${dollars(maxUsd)}${most(result)}${gaps(result)}: make it smaller, or raise maxUsd of this rule`,
      );
      return;
    }
    if (result.unpriced.length > 0 && result.usd > (maxUsd * nearPercent) / 100) {
      report(
        `the stack is estimated at ${dollars(result.usd)} a month, near its limit of ${dollars(maxUsd)}${gaps(result)}: make it smaller, or raise maxUsd of this rule`,
      );
    }
    if (result.unknown.length > 0) throw new UnknownValueError("what some resources cost is not known yet");
  },
});

const dollars = (usd: number): string => `${Math.ceil(usd).toLocaleString("en-US")} USD`;

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

/** The kinds of resources that cost most. */
function most({ lines }: Estimate): string {
  const byType = new Map<string, number>();
  for (const { type, usd } of lines) byType.set(type, (byType.get(type) ?? 0) + usd);
  const first = [...byType].sort(([, a], [, b]) => b - a).slice(0, 3);
  return first.length > 0 ? ` (most: ${first.map(([type, usd]) => `${type} ${dollars(usd)}`).join(", ")})` : "";
}

/** What the estimate leaves out, and what it rests on. */
function gaps({ unpriced, unknown, lines }: Estimate): string {
  const elsewhere = lines.some(({ price }) => !price.exact);
  const unverified = lines.some(({ price }) => !price.list.verified);
  const parts = [
    ...(unpriced.length > 0 ? [`${count(unpriced.length, "part")} without a price left out`] : []),
    ...(unknown.length > 0 ? [`${count(unknown.length, "resource")} left out, not known yet`] : []),
    ...(elsewhere ? ["in part at prices of us-east-1"] : []),
    ...(unverified ? ["in part at prices that are not verified"] : []),
  ];
  return parts.length > 0 ? `, ${parts.join(", ")}` : "";
}
