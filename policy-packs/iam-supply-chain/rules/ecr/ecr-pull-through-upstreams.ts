import { z } from "zod";
import { resourceRule } from "../../../core/rule";
import { matchesAny } from "../../../core/wildcard";

const cache = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";

/** What looks like one's own registry has not the whole world in it. */
export const ecrPullThroughUpstreams = resourceRule({
  name: "ecr-pull-through-upstreams",
  title: "ECR pulls images through from registries that are allowed.",
  severity: "medium",
  types: [cache],
  parameters: z.object({
    upstreams: z
      .array(z.string())
      .default(["public.ecr.aws", "registry.k8s.io", "*.dkr.ecr.*.amazonaws.com"])
      .describe("Registries that images may be pulled through from, with * for any characters."),
  }),
  controls: {},
  remediationSteps:
    "Take the cache out and push the images that are needed, or have the upstream added to this rule's configuration.",
  docs: {
    why: "By its name an image that was pulled through is one of your own registry, so that every rule and admission policy about registries lets it in, whoever published it.",
    good: { [cache]: { ecrRepositoryPrefix: "kubernetes", upstreamRegistryUrl: "registry.k8s.io" } },
  },
  check({ props: { upstreamRegistryUrl } }, report, { upstreams }) {
    if (!matchesAny(upstreamRegistryUrl ?? "", upstreams)) {
      report("images of a registry that is not allowed come in as one's own: set upstreamRegistryUrl to one that is");
    }
  },
});
