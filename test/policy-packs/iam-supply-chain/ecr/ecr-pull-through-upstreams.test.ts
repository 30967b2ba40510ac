import { ecrPullThroughUpstreams } from "../../../../policy-packs/iam-supply-chain/rules/ecr/ecr-pull-through-upstreams";
import { testRule } from "../../../support/rule";

testRule(ecrPullThroughUpstreams, {
  bad: {
    "Docker Hub": { set: { upstreamRegistryUrl: "registry-1.docker.io" } },
    "a registry that is called alike": { set: { upstreamRegistryUrl: "registry.k8s.io.example.com" } },
    "no registry": { unset: ["upstreamRegistryUrl"] },
    "what a company does not allow": { configuration: { upstreams: ["quay.io"] } },
  },
  good: {
    "another registry of ECR": { set: { upstreamRegistryUrl: "111122223333.dkr.ecr.eu-central-1.amazonaws.com" } },
    "what a company allows": {
      set: { upstreamRegistryUrl: "registry-1.docker.io" },
      configuration: { upstreams: ["registry-1.docker.io"] },
    },
  },
  unknown: ["upstreamRegistryUrl"],
});
