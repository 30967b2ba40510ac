import { z } from "zod";

const count = z.int().min(0);
const usd = z.number().meta({ description: "US dollars a month, exact to a millionth: round once, to show them." });
const urn = z.string();

const costRowSchema = z.strictObject({ name: z.string(), before: usd, after: usd });

/** What a change costs in a month, and what of it is not known. */
export const costSchema = z.strictObject({
  before: usd,
  after: usd,
  rows: z.strictObject({
    stack: z.array(costRowSchema),
    service: z.array(costRowSchema).meta({ description: "By AWS's names." }),
    team: z.array(costRowSchema).meta({ description: "By the tag owner; empty where none is known." }),
    component: z
      .array(costRowSchema)
      .meta({ description: "By the outermost component, as stack/name; empty for what is in none." }),
  }),
  lines: z
    .array(
      z.strictObject({
        urn,
        stack: z.string(),
        item: z.string().meta({ description: "Of the price list; it ends in what it is counted in." }),
        quantity: z.strictObject({ before: z.number(), after: z.number() }),
        unitUsd: z.number(),
        before: usd,
        after: usd,
        source: count.meta({ description: "Position in `sources`." }),
      }),
    )
    .meta({ description: "What changes; what costs the same as before is only in the sums." }),
  sources: z.array(
    z.strictObject({
      url: z.url(),
      date: z.iso.date(),
      region: z.string().meta({ description: "Of the prices; * where they are the same in all." }),
      verified: z
        .boolean()
        .meta({ description: "Whether it was read in AWS's own page or file, not quoted from there by others." }),
      exact: z.boolean().meta({ description: "false: the region itself has no price here." }),
    }),
  ),
  gaps: z.array(
    z.strictObject({
      urn,
      stack: z.string(),
      type: z.string(),
      kind: z.enum(["unpriced", "unknown"]),
      what: z.string(),
      changed: z.boolean().meta({ description: "Whether the change touches the resource." }),
    }),
  ),
  resources: z
    .strictObject({ priced: count, free: count, unpriced: count, unknown: count })
    .meta({ description: "On either side; one that is priced in part only is also unpriced or unknown." }),
  assumptions: z.array(z.strictObject({ environment: z.string(), what: z.string(), quantity: z.number() })),
});
