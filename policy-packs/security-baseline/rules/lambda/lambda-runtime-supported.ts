import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { dayOf } from "../../../core/standard/file";
import { deprecatedFrom } from "../../data/lambda-runtimes";

/** Functions run on what is still patched. */
export const lambdaRuntimeSupported = resourceRule({
  name: "lambda-runtime-supported",
  title: "A Lambda function's runtime is not deprecated.",
  severity: "medium",
  types: ["aws:lambda/function:Function"],
  parameters: z.object({
    allowed: z.array(z.string()).default([]).describe("Deprecated runtimes that may stay, while they are replaced"),
    today: z.iso
      .date()
      .optional()
      .describe("The day to judge by, e.g. 2027-05-01; default: FOUNDATION_TODAY, or today in UTC"),
  }),
  controls: {},
  remediationSteps: "Set runtime to a newer version of the language, and test the function with it.",
  docs: {
    why: "A deprecated runtime gets no patches, and after a while AWS lets nobody change or mend the function.",
    good: { "aws:lambda/function:Function": { runtime: "provided.al2023" } },
  },
  check({ props: { runtime } }, report, { allowed, today }) {
    // A function from an image has none; one that is newer than the table is not in it.
    if (!runtime || !Object.hasOwn(deprecatedFrom, runtime) || allowed.includes(runtime)) return;
    const day = deprecatedFrom[runtime];
    if (day !== undefined && day <= (today ?? dayOf(process.env))) {
      report(`the runtime is deprecated since ${day}: set runtime to a newer version`);
    }
  },
});
