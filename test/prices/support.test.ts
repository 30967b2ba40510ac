import { expect, it } from "vitest";
import { endOfStandardSupport } from "../../components/cluster/kubernetes-versions";
import { lastDayOfStandardSupport } from "../../prices/support";

it.each(Object.entries(endOfStandardSupport))("knows EKS %s as the component Cluster does", (version, lastDay) => {
  expect(lastDayOfStandardSupport("eks", version)).toBe(lastDay);
});

it("knows versions by their major part", () => {
  expect(lastDayOfStandardSupport("postgres", "13.4")).toBe("2026-02-28");
  expect(lastDayOfStandardSupport("postgres", "130")).toBeUndefined();
  expect(lastDayOfStandardSupport("mysql", "8.0.36")).toBe("2026-07-31");
  expect(lastDayOfStandardSupport("oracle-ee", "19")).toBeUndefined();
});
