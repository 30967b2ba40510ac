import { describe, expect, it } from "vitest";
import { runResult } from "../../../cli/report/result";
import { summary } from "../../../cli/report/summary";
import { alignColumns, duration } from "../../../cli/report/words";
import { stackResult } from "../../support/stack-result";

const finding = (rule: string, level: "mandatory" | "advisory", name: string) => ({
  pack: "security-baseline",
  rule,
  level,
  severity: "high",
  urn: `urn:pulumi:dev-network::foundation::aws:ec2/subnet:Subnet::${name}`,
  message: "set it",
});

const text = (...stacks: ReturnType<typeof stackResult>[]) =>
  summary(runResult(true, stacks, 4000), { verbose: false });

describe("summary", () => {
  it("puts what is lost first, then findings with mandatory rules on top, then errors, then the table", () => {
    const result = stackResult({
      result: "violated",
      resources: [
        ["create", "aws:ec2/subnet:Subnet", "a"],
        ["replace", "aws:rds/instance:Instance", "db"],
        ["delete", "aws:s3/bucket:Bucket", "logs"],
      ],
      policies: [finding("sg-rule-description", "advisory", "a"), finding("rds-not-public", "mandatory", "db")],
      diagnostics: [{ severity: "error", urn: "", message: "boom" }],
    });
    expect(text(result)).toMatchInlineSnapshot(`
      "Deleted or replaced (2)
        replace dev-network  aws:rds/instance:Instance db
        delete  dev-network  aws:s3/bucket:Bucket logs

      Policies (2 findings)
        mandatory rds-not-public high
          dev-network db: set it
        advisory sg-rule-description high
          dev-network a: set it

      error dev-network: boom

      stack        result       create  update  replace  delete  same   time
      dev-network  violated          1       ·        1       1     ·  1.2 s
                   3 resources       1       ·        1       1     ·  4.0 s"
    `);
  });

  it("counts the findings of a rule it does not show", () => {
    const policies = ["a", "b", "c", "d", "e"].map((name) => finding("kms-rotation", "advisory", name));
    expect(text(stackResult({ policies }))).toContain("… and 2 more");
  });
});

it("aligns the numbers to the right", () => {
  expect(
    alignColumns([
      ["a", "b", "n"],
      ["long", "b", "10"],
    ]),
  ).toEqual(["a     b   n", "long  b  10"]);
});

it.each([
  [40, "0.0 s"],
  [9_940, "9.9 s"],
  [42_000, "42 s"],
  [185_000, "3 min 5 s"],
])("says %d ms as %s", (ms, said) => {
  expect(duration(ms)).toBe(said);
});
