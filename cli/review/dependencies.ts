import { z } from "zod";

/** The part of a state that says what each resource was made from (pulumi/pulumi, sdk/go/common/apitype/core.go). */
const stateSchema = z.object({
  deployment: z.object({
    resources: z.array(z.object({ urn: z.string(), dependencies: z.array(z.string()).nullish() })).nullish(),
  }),
});

/** URNs of what each resource of a state export was made from. */
export function dependenciesIn(state: string): [urn: string, sources: readonly string[]][] {
  const { resources } = stateSchema.parse(JSON.parse(state)).deployment;
  return (resources ?? []).map(({ urn, dependencies }) => [urn, dependencies ?? []]);
}
