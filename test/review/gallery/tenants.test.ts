import { afterAll, beforeAll, describe, it } from "vitest";
import { Gallery } from "../../support/gallery";
import { expectReview } from "./expect-review";
import { newerImage, type Tenants, tenantsProgram } from "./tenants";

/** What is changed, and what a reviewer has to read first. */
const cases: [name: string, change: Partial<Tenants>, first: RegExp][] = [
  ["a tenant is added", { tenants: ["checkout", "search"] }, /^33 new advisory findings/],
  [
    "a tenant is taken away",
    { tenants: [] },
    /^1 namespace would be deleted with its data \(checkout\); 1 persistent volume claim/,
  ],
  ["a release", { image: newerImage }, /^Only churn: 1 change$/],
  [
    "a pod that may do anything",
    { pod: { hostNetwork: true, hostPID: true } },
    /^1 change would widen access \(checkout\)/,
  ],
  [
    "a claim is deleted",
    { storage: false },
    /^1 persistent volume claim would be deleted with its data \(checkout-data\)/,
  ],
  ["fewer replicas", { replicas: 1 }, /^1 change could interrupt what runs \(checkout\)/],
  ["deployers become administrators", { clusterAdmin: true }, /^1 change would widen access \(deployers\)/],
];

describe("changes of what runs in a cluster", () => {
  const gallery = new Gallery();
  beforeAll(async () => {
    await gallery.start();
    await gallery.applied("dev-tenants", tenantsProgram());
  });
  afterAll(() => gallery.stop());

  it.each(cases)("%s", async (name, change, first) => {
    await expectReview(name, await gallery.review("dev-tenants", tenantsProgram(change)), first);
  });
});
