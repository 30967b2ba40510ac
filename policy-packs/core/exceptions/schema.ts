import type { Severity } from "@pulumi/policy";
import { z } from "zod";

const severities = ["low", "medium", "high", "critical"] as const satisfies readonly Severity[];
const day = z.iso.date({ error: "is a day, e.g. 2027-01-31" });
const filled = z.string().trim().min(1, { error: "must not be empty" });

/** An accepted violation. */
export const exceptionSchema = z.strictObject({
  /** Name of the rule. */
  rule: filled,
  /** URN of the resource; `*` stands for any characters. */
  resource: filled,
  /** The finding's message, where a rule can find several things in one resource; `*` stands for any characters. */
  finding: filled.optional(),
  /** Who answers for it: a team, as in the owner tag. */
  owner: filled,
  /** Why it is accepted. */
  reason: filled,
  /** Where it was decided. */
  ticket: filled,
  /** First day on which it is in force. */
  since: day,
  /** Last day on which it is in force. */
  expires: day,
});

/** What some owners may except: the first bound whose `owners` match decides. */
export const boundSchema = z.strictObject({
  /** Owners it is for; `*` stands for any characters. */
  owners: z.array(filled).min(1),
  /** The highest severity that they may except. */
  severity: z.enum(severities),
  /** The longest time from `since` to `expires`, in days. */
  maximumDays: z.int().min(1),
});

/** `policy-packs/exceptions.yaml` as a whole; entries are checked one by one, so that one mistake spoils one entry. */
export const exceptionsFileSchema = z.strictObject({
  bounds: z.array(boundSchema),
  exceptions: z.array(z.unknown()).nullable(),
});

export type Exception = z.infer<typeof exceptionSchema>;
export type Bound = z.infer<typeof boundSchema>;

/** Whether `severity` is at most `ceiling`. */
export const isWithin = (severity: Severity, ceiling: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(ceiling);
