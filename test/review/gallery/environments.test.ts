import { afterAll, beforeAll, describe, it } from "vitest";
import { Gallery } from "../../support/gallery";
import { expectReview } from "./expect-review";

type Edit = readonly [before: string | RegExp, after: string];

const unprotected: Edit = ["deletionProtection: true", "deletionProtection: false"];
const older: Edit = ['version: "1.36"', 'version: "1.35"'];
const base: readonly Edit[] = [unprotected, older];

/** What is changed in the environment file, and what a reviewer has to read first. */
const cases: [name: string, edits: readonly Edit[], first: RegExp][] = [
  [
    "a NAT gateway in each zone",
    [["natMode: single", "natMode: per-zone"]],
    /^2 changes could interrupt what runs .*\+\$87\/month$/,
  ],
  [
    "the cluster is upgraded",
    [['version: "1.35"', 'version: "1.36"']],
    /^1 change could interrupt what runs \(dev-eksCluster\)/,
  ],
  [
    "the network gets another range",
    [["10.10.0.0/16", "10.50.0.0/16"]],
    /^3 changes would widen access .*; 35 changes could interrupt what runs/,
  ],
  [
    "a team gets access to the cluster",
    [["accessPolicy: edit\n      namespaces: [default]", "accessPolicy: cluster-admin"]],
    /^1 change would widen access \(dev-developers\)/,
  ],
  [
    "the endpoint is opened",
    [["compute: auto-mode", "compute: auto-mode\n  publicAccessCidrs: [203.0.113.0/24]"]],
    /^1 change would widen access \(dev-eksCluster\)/,
  ],
  [
    "an interface endpoint is added",
    [["[ecr.api, ecr.dkr, sts]", "[ecr.api, ecr.dkr, sts, kms]"]],
    /^No known danger: 1 created, 1 updated; \+\$22\/month$/,
  ],
  [
    "flow logs are kept for a week",
    [["flowLogRetentionInDays: 30", "flowLogRetentionInDays: 7"]],
    /^1 log group would change with a risk for its data \(dev-flow-logs\)/,
  ],
  ["the cost center changes", [['cost-center: "1000"', 'cost-center: "1001"']], /^No known danger: 39 updated/],
  ["protection comes back", [["deletionProtection: false", "deletionProtection: true"]], /^No known danger: 4 updated/],
];

describe("changes of an environment", () => {
  const gallery = new Gallery();
  beforeAll(async () => {
    await gallery.start();
    gallery.edit("dev", ...base);
    await gallery.environmentApplied("dev");
  });
  afterAll(() => gallery.stop());

  it.each(cases)("%s", async (name, edits, first) => {
    gallery.edit("dev", ...base, ...edits);
    await expectReview(name, await gallery.environmentReview("dev"), first);
  });

  it("stops at a limit of cost", async () => {
    gallery.edit("dev", ...base, ["natMode: single", "natMode: per-zone"]);
    await expectReview(
      "too dear",
      await gallery.environmentReview("dev", { maxMonthlyDeltaUsd: 50 }),
      /more than the cost gate of dev allows/,
    );
  });

  it("shows an environment that is new", async () => {
    await expectReview(
      "an environment is new",
      await gallery.environmentReview("staging"),
      /^7 changes would widen access .*\+\$854\/month$/,
    );
  });
});

describe("changes of an environment that is protected", () => {
  const gallery = new Gallery();
  beforeAll(async () => {
    await gallery.start();
    await gallery.environmentApplied("dev");
  });
  afterAll(() => gallery.stop());

  it("cannot replace its network", async () => {
    gallery.edit("dev", ["10.10.0.0/16", "10.50.0.0/16"]);
    await expectReview(
      "the preview fails",
      await gallery.environmentReview("dev"),
      /^2 of 2 stacks could not be previewed/,
    );
  });
});
