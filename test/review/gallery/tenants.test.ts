import { afterAll, beforeAll, describe, it } from "vitest";
import { Gallery } from "../../support/gallery";
import { expectReview } from "./expect-review";
import { newerImage, type Tenants, tenantsProgram } from "./tenants";

/** What is changed, and what a reviewer has to read first. */
const cases: [name: string, change: Partial<Tenants>, first: RegExp][] = [
  ["a tenant is added", { tenants: ["checkout", "search"] }, /./],
  ["a tenant is taken away", { tenants: [] }, /./],
  ["a release", { image: newerImage }, /./],
  ["a pod that may do anything", { pod: { hostNetwork: true, hostPID: true } }, /./],
  ["a claim is deleted", { storage: false }, /./],
  ["fewer replicas", { replicas: 1 }, /./],
  ["deployers become administrators", { clusterAdmin: true }, /./],
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
