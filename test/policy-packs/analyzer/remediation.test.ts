import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { describe, expect, it } from "vitest";
import { started, vpc } from "../../support/engine-double";
import { unknown } from "../../support/policy";

const { MANDATORY, REMEDIATE } = EnforcementLevel;

describe("remediation", () => {
  const mended = async (props: object, level: EnforcementLevel = REMEDIATE) => {
    const one = await started();
    await one.configure({ dns: [level] });
    return (await one.remediate(vpc, props)).toObject();
  };

  it("sends back the inputs with what a rule mends, at the level remediate only", async () => {
    const one = await started();
    await one.configure({ dns: [REMEDIATE] });
    const response = await one.remediate(vpc, { instanceTenancy: unknown });
    expect(
      response.getRemediationsList().map((each) => [each.getPolicyname(), each.getProperties()?.toJavaScript()]),
    ).toEqual([["dns", { instanceTenancy: unknown, enableDnsSupport: true }]]);
    expect(response.getNotApplicableList().map((each) => each.getPolicyName())).toEqual(["not-small"]);
    expect((await mended({}, MANDATORY)).remediationsList).toEqual([]);
  });

  it("says nothing of what is good already", async () => {
    expect(await mended({ enableDnsSupport: true })).toMatchObject({
      remediationsList: [],
      notApplicableList: [{ policyName: "not-small" }],
    });
  });

  it("waits for what it would have to know", async () => {
    expect(await mended({ enableDnsSupport: unknown })).toMatchObject({
      remediationsList: [],
      notApplicableList: expect.arrayContaining([
        { policyName: "dns", reason: expect.stringContaining(".enableDnsSupport can't be known") },
      ]),
    });
  });

  it("reports a mistake in a rule without its words, and leaves the resource to be judged", async () => {
    const { remediationsList } = await mended({ cidrBlock: "broken" });
    expect(remediationsList).toMatchObject([
      {
        policyname: "dns",
        properties: undefined,
        diagnostic: expect.stringMatching(/^rule dns failed: TypeError at /),
      },
    ]);
    const one = await started();
    await one.configure({ dns: [REMEDIATE] });
    expect((await one.analyze(vpc, { cidrBlock: "broken" })).violations).toMatchObject([
      { rule: "dns", level: "mandatory", message: "set enableDnsSupport" },
    ]);
  });
});
