import { describe, expect, it } from "vitest";
import { defaultVersion } from "../../../../components/cluster/kubernetes-versions";
import { eksSupportedVersion } from "../../../../policy-packs/security-baseline/rules/eks/eks-supported-version";
import { judge, unknown } from "../../../support/policy";

describe.each(["aws:eks/cluster:Cluster", "aws:eks/nodeGroup:NodeGroup"])("eks-supported-version of %s", (type) => {
  const check = (version?: string | null) => judge([eksSupportedVersion], type, { version });

  it.each(["1.21", "1.33", "1.3", "1.3400", "latest", ""])("reports version %j", async (version) => {
    const { violations } = await check(version);
    expect(violations).toMatchObject([{ rule: "eks-supported-version", level: "mandatory" }]);
    expect(violations[0]?.message).toContain(defaultVersion);
  });

  it.each([defaultVersion, "1.34", undefined, null])("accepts version %s", async (version) => {
    expect((await check(version)).violations).toEqual([]);
  });

  it("does not judge an unknown version", async () => {
    const { violations, notApplicable } = await check(unknown);
    expect(violations).toEqual([]);
    expect(notApplicable).toContainEqual({
      rule: "eks-supported-version",
      reason: "string value at .version can't be known during preview",
    });
  });
});
