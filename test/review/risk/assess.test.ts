import { describe, expect, it } from "vitest";
import { assess } from "../../../review/risk/assess";
import { risks } from "../../../review/risk/table";
import { reviewSettingsSchema } from "../../../review/settings";
import { deleted, riskContext } from "../../support/steps";

const risksOf = (set: object) =>
  assess(deleted("aws:s3/bucket:Bucket"), riskContext({ settings: reviewSettingsSchema.parse({ risks: set }) }));

describe("an environment's own levels", () => {
  it("lower, raise or ignore a risk, which stays and says so", () => {
    expect(risksOf({ "stateful-deleted": "low" })).toMatchObject([{ level: "low", tableLevel: "critical" }]);
    const [ignored] = risksOf({ "stateful-deleted": "ignore" });
    expect(ignored).toMatchObject({ level: "low", ignored: true });
    expect(ignored?.details.at(-1)).toBe("ignored by review.risks of dev; critical by the table");
  });

  it("say nothing where they are the table's", () => {
    expect(risksOf({ "stateful-deleted": "critical" })[0]).not.toHaveProperty("tableLevel");
  });

  it("are refused all at once where there is no such risk or level", () => {
    const { error } = reviewSettingsSchema.safeParse({
      risks: { nope: "low", "no-more": "low", "stateful-deleted": "bad" },
    });
    expect(error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual([
      expect.stringMatching(/^risks.stateful-deleted: /),
      expect.stringMatching(/^risks: .*"nope", "no-more"/),
    ]);
  });
});

it("judges no component", () => {
  expect(assess({ ...deleted("aws:s3/bucket:Bucket"), custom: false }, riskContext())).toEqual([]);
});

it("has a source and a reason for every risk", () => {
  for (const { why, title, source } of risks) {
    expect([title, why]).toEqual([expect.stringMatching(/^[A-Z].*\.$/s), expect.stringMatching(/^[A-Z].*\.$/s)]);
    expect(source).not.toBe("");
  }
});
