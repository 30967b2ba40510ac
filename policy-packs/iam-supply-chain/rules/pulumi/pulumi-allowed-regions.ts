import { z } from "zod";
import { anyTypeRule } from "../../../core/rule";

const providerType = "pulumi:providers:aws";

/** Nothing is made in a region that nobody watches. */
export const pulumiAllowedRegions = anyTypeRule({
  name: "pulumi-allowed-regions",
  title: "AWS providers, and resources that choose a region of their own, are in a region that is listed.",
  severity: "high",
  judges: (type) => type === providerType || type.startsWith("aws:"),
  parameters: z.object({
    regions: z
      .array(z.string())
      .default([])
      .describe("Regions, e.g. eu-west-1; where none is listed, none is judged. CloudFront needs us-east-1 as well."),
  }),
  controls: {},
  remediationSteps: "Set region of the provider, or aws:region of the stack, to a region that is listed.",
  docs: {
    why: "In a forgotten region nothing is logged, watched or cleaned up, and data may lie in a country where it must not.",
    component: "The provider of an environment has the region of its file.",
    good: [
      { type: providerType, name: "workload", props: { region: "eu-west-1" } },
      { type: "aws:sqs/queue:Queue", name: "orders", props: { region: "eu-west-1" } },
    ],
  },
  check({ type, props }, report, { regions }) {
    if (regions.length === 0) return;
    const { region } = props;
    if (typeof region === "string" && region !== "") {
      if (!regions.includes(region)) report("the region is not one that is listed: set region to one that is");
    } else if (type === providerType) {
      report("the provider takes its region from whoever deploys: set region");
    }
  },
});
