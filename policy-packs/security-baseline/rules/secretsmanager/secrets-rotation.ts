import { z } from "zod";
import type { Props } from "../../../core/resource-types";
import { type Report, stackRule } from "../../../core/rule";
import { refersTo, someKnown } from "../../../core/unknown";

const rotation = "aws:secretsmanager/secretRotation:SecretRotation";

/** Secrets change by themselves. */
export const secretsRotation = stackRule({
  name: "secrets-rotation",
  title: "A secret in Secrets Manager rotates at least every 90 days.",
  severity: "medium",
  types: ["aws:secretsmanager/secret:Secret", rotation],
  parameters: z.object({
    maximumDays: z.int().min(1).max(1000).default(90).describe("At most this many days between two rotations"),
  }),
  controls: {
    "nist-800-53-r5": [
      ...["AC-2(1)", "AC-3(3)", "AC-3(4)", "AC-3(8)", "AC-3(12)", "AC-3(13)", "AC-3(15)", "AC-4(28)"],
      ...["AC-24", "CM-5(1)", "SC-23(3)"],
    ],
    "pci-4.0": ["3.5.1", "8.2.2", "8.3.10", "8.3.2", "8.3.5", "8.3.7", "8.3.9", "8.6.3"],
  },
  remediationSteps:
    "Add an aws.secretsmanager.SecretRotation with the secret's id as secretId and rotationRules.automaticallyAfterDays of at most 90; except secrets that only somebody else can change.",
  docs: {
    why: "A secret that never changes is known to everyone who ever saw it, in a log, a backup or a former job.",
    good: [
      { type: "aws:secretsmanager/secret:Secret", name: "database", props: { name: "orders/database" } },
      {
        type: rotation,
        name: "rotation",
        props: { rotationRules: { automaticallyAfterDays: 30 } },
        dependsOn: { secretId: ["database"] },
      },
    ],
  },
  check(resource, report, stack, { maximumDays }) {
    if (resource.type === rotation) {
      checkInterval(resource.props.rotationRules, maximumDays, report);
    } else if (!someKnown(stack.ofType(rotation), (one) => refersTo(one, "secretId", resource))) {
      report("the secret never rotates: add an aws.secretsmanager.SecretRotation with its id as secretId");
    }
  },
});

function checkInterval(rules: Props<typeof rotation>["rotationRules"], maximum: number, report: Report): void {
  const { days, property } = intervalOf(rules);
  if (days === undefined) report("nothing says how often the secret rotates: set rotationRules.automaticallyAfterDays");
  else if (days > maximum) report(`the secret rotates too seldom: set ${property} to at most ${maximum} days`);
}

/** How many days may pass between two rotations. */
function intervalOf(rules: Props<typeof rotation>["rotationRules"]): { days: number | undefined; property: string } {
  const schedule = rules?.scheduleExpression;
  if (!schedule) return { days: rules?.automaticallyAfterDays, property: "rotationRules.automaticallyAfterDays" };
  const property = "rotationRules.scheduleExpression";
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(schedule) ?? [];
  if (count === undefined) return { days: daysBetween(schedule), property };
  return { days: unit === "hour" ? Number(count) / 24 : Number(count), property };
}

/** How many days a cron expression lets pass by the months that it names: minutes, hours, days, months, weekdays, years. */
function daysBetween(schedule: string): number | undefined {
  const [, fields] = /^cron\((.*)\)$/.exec(schedule) ?? [];
  const months = fields
    ?.split(" ")[3]
    ?.split(",")
    .flatMap(monthsOf)
    .sort((a, b) => a - b);
  const [first] = months ?? [];
  if (months === undefined || first === undefined) return undefined;
  return 31 * Math.max(...months.map((month, index) => (months[index + 1] ?? first + 12) - month));
}

/** The months of `*`, `3`, `MAR`, `1-6` or `1/3`; none where it is none of these. */
function monthsOf(field: string): number[] {
  const [, from = "", to, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(field) ?? [];
  const first = from === "*" ? 1 : monthOf(from);
  const last = to === undefined ? (from === "*" || step !== undefined ? 12 : first) : monthOf(to);
  return names
    .map((_, index) => index + 1)
    .filter((month) => month >= first && month <= last && (month - first) % Number(step ?? 1) === 0);
}

const names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const monthOf = (name: string): number => names.indexOf(name.toUpperCase()) + 1 || Number(name);
