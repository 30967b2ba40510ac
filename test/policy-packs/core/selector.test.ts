import { expect, it } from "vitest";
import { selects } from "../../../policy-packs/core/selector";

const labels = { app: "shop", tier: "web" };

it.each([
  [{}],
  [{ matchLabels: { app: "shop" } }],
  [{ matchExpressions: [{ key: "app", operator: "In", values: ["shop", "web"] }] }],
  [{ matchExpressions: [{ key: "tier", operator: "NotIn", values: ["db"] }] }],
  [{ matchExpressions: [{ key: "team", operator: "NotIn", values: ["db"] }] }],
  [{ matchExpressions: [{ key: "tier", operator: "Exists" }] }],
  [{ matchLabels: { app: "shop" }, matchExpressions: [{ key: "team", operator: "DoesNotExist" }] }],
])("selects by %j", (selector) => {
  expect(selects(selector, labels)).toBe(true);
});

it.each([
  [undefined],
  [{ matchLabels: { app: "shop", team: "a" } }],
  [{ matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] }],
  [{ matchExpressions: [{ key: "team", operator: "In", values: ["web"] }] }],
  [{ matchExpressions: [{ key: "tier", operator: "NotIn", values: ["web"] }] }],
  [{ matchExpressions: [{ key: "team", operator: "Exists" }] }],
  [{ matchLabels: { app: "shop" }, matchExpressions: [{ key: "tier", operator: "DoesNotExist" }] }],
])("does not select by %j", (selector) => {
  expect(selects(selector, labels)).toBe(false);
});
