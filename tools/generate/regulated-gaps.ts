/** A rule that our own stacks violate at the preset `regulated`, and why they are not made to meet it. */
export interface RegulatedGap {
  readonly rule: string;
  readonly stacks: readonly string[];
  readonly why: string;
}

/** All of them; test/integration/environments.test.ts compares with what the stacks' states show. */
export const regulatedGaps: readonly RegulatedGap[] = [];
