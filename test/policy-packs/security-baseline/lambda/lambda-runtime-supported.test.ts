import { afterEach, expect, it, vi } from "vitest";
import { deprecatedFrom } from "../../../../policy-packs/security-baseline/data/lambda-runtimes";
import { lambdaRuntimeSupported } from "../../../../policy-packs/security-baseline/rules/lambda/lambda-runtime-supported";
import { judge } from "../../../support/policy";
import { testRule } from "../../../support/rule";

testRule(lambdaRuntimeSupported, {
  bad: {
    "an old runtime": { set: { runtime: "dotnetcore3.1" } },
    "the day of its deprecation": { set: { runtime: "nodejs22.x" }, configuration: { today: "2027-04-30" } },
    "long after": { set: { runtime: "nodejs20.x" }, configuration: { today: "2030-01-01" } },
    "another one than may stay": { set: { runtime: "python3.8" }, configuration: { allowed: ["python3.9"] } },
  },
  good: {
    "the day before": { set: { runtime: "nodejs22.x" }, configuration: { today: "2027-04-29" } },
    "an image": { props: { packageType: "Image" } },
    "a runtime that is newer than the table": { set: { runtime: "python3.19" } },
    "a name that every object has": { set: { runtime: "constructor" } },
    "one that may stay": { set: { runtime: "python3.8" }, configuration: { allowed: ["python3.8"] } },
  },
  unknown: ["runtime"],
});

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["2027-04-29", 0],
  ["2027-04-30", 1],
])("judges by the clock that the command is given: %s", async (day, found) => {
  vi.stubEnv("FOUNDATION_TODAY", day);
  const { violations } = await judge([lambdaRuntimeSupported], "aws:lambda/function:Function", {
    runtime: "nodejs22.x",
  });
  expect(violations).toHaveLength(found);
});

it("has days only", () => {
  for (const day of Object.values(deprecatedFrom)) expect(day).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
});
