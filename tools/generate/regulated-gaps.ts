/** A rule that our own stacks violate at the preset `regulated`, and why they are not made to meet it. */
export interface RegulatedGap {
  readonly rule: string;
  readonly stacks: readonly string[];
  readonly why: string;
}

/** All of them; test/integration/environments.test.ts compares with what the stacks' states show. */
export const regulatedGaps: readonly RegulatedGap[] = [
  {
    rule: "log-group-kms",
    stacks: ["dev-network", "prod-network", "staging-network"],
    why: "the environment's key is made by the layer above the network, whose flow logs have CloudWatch's own",
  },
  {
    rule: "log-group-retention",
    stacks: ["dev-cluster", "dev-network", "staging-cluster", "staging-network"],
    why: "their files say 30 and 90 days, since nobody audits them; prod keeps its logs for a year",
  },
];
