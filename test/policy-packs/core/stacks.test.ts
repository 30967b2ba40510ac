import { describe, expect, it } from "vitest";
import { isInStack } from "../../../policy-packs/core/stacks";

const urn = "urn:pulumi:prod-eu.west::orders::aws:s3/bucket:Bucket::invoices";

describe("isInStack", () => {
  it.each([[["*"]], [["prod-eu.west"]], [["dev", "prod-*"]], [["*west"]], [["prod*west"]]])(
    "finds it in %j",
    (names) => {
      expect(isInStack(urn, names)).toBe(true);
    },
  );

  it.each([[[]], [["prod"]], [["dev-*"]], [["prod-eu-west"]], [["prod.eu.west"]], [["orders"]], [["west"]]])(
    "does not find it in %j",
    (names) => {
      expect(isInStack(urn, names)).toBe(false);
    },
  );
});
