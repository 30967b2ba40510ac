import { z } from "zod";
import type { PolicyCase } from "./case";

const resource = z.object({
  type: z.string(),
  name: z.string(),
  props: z.record(z.string(), z.unknown()),
  refs: z.record(z.string(), z.array(z.string())).optional(),
  tf: z.string().optional(),
});

const policyCase = z.object({
  id: z.string(),
  source: z.string().default(""),
  query: z.string().default(""),
  rules: z.array(z.string()),
  tier: z.union([z.literal(1), z.literal(2)]),
  expected: z.enum(["violation", "ok"]),
  multiAspect: z.boolean(),
  resource,
  siblings: z.array(resource).optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

/**
 * The cases of a file with one JSON object a line.
 *
 * @throws Error with the number of the first line that is none.
 */
export function readCases(text: string): PolicyCase[] {
  return text
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => {
      const parsed = policyCase.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`line ${number} is no policy case: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
