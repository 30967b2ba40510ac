import { describe, expect, it } from "vitest";
import { eksControlPlaneLogs } from "../../../../policy-packs/security-baseline/rules/eks/eks-control-plane-logs";
import { judge, unknown } from "../../../support/policy";

const all = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
const check = (enabledClusterLogTypes?: unknown) =>
  judge([eksControlPlaneLogs], "aws:eks/cluster:Cluster", { enabledClusterLogTypes });

describe("eks-control-plane-logs", () => {
  it.each([undefined, []])("reports no logs at all (%j), which is EKS's default", async (types) => {
    const { violations } = await check(types);
    expect(violations).toMatchObject([{ rule: "eks-control-plane-logs", level: "mandatory" }]);
    expect(violations[0]?.message).toContain(`add ${all.join(", ")} to`);
  });

  it.each(all)("reports that only %s is missing", async (missing) => {
    const { violations } = await check(all.filter((type) => type !== missing));
    expect(violations.map((violation) => violation.message)).toEqual([expect.stringContaining(`add ${missing} to`)]);
  });

  it("accepts all five, in any order", async () => {
    expect(await check([...all].reverse())).toEqual({ violations: [], notApplicable: [] });
  });

  it.each([
    ["an unknown list", unknown],
    ["a list with an unknown item", [unknown, ...all.slice(1)]],
  ])("does not judge %s", async (_case, types) => {
    const { violations, notApplicable } = await check(types);
    expect(violations).toEqual([]);
    expect(notApplicable.map((entry) => entry.rule)).toEqual(["eks-control-plane-logs"]);
  });
});
