import { expect, it } from "vitest";
import { withoutRemark } from "../../../policy-packs/core/exceptions/exceptions";
import type { Outcome, OutcomeFinding } from "../../../policy-packs/core/outcome";
import { told } from "../../../policy-packs/core/told";

const exception = { owner: "shop", reason: "imported", ticket: "SEC-7", expires: "2026-11-30", daysLeft: 5 };
const introduction = { mandatoryFrom: "2027-02-01", daysLeft: 68 };

it.each<[string, Partial<Outcome>, Partial<OutcomeFinding>, string, string]>([
  ["in the rule's own words", {}, {}, "mandatory", ""],
  ["as advisory where the rule is", { level: "advisory" }, {}, "advisory", ""],
  ["as mandatory where it was to be mended and is still wrong", { level: "remediate" }, {}, "mandatory", ""],
  [
    "with the day from which it stops deployments",
    { level: "advisory", introduction },
    {},
    "advisory",
    " (mandatory from 2027-02-01, 68 days)",
  ],
  [
    "as advisory, with what accepts it",
    {},
    { exception },
    "advisory",
    " (excepted until 2026-11-30, 5 days left, by shop: imported, SEC-7)",
  ],
  [
    "with why an exception does not count",
    {},
    { refused: "exception 1 expired on 2026-11-01" },
    "mandatory",
    " (exception 1 expired on 2026-11-01)",
  ],
  [
    "with both",
    { level: "advisory", introduction },
    { refused: "exception 1 expired on 2026-11-01" },
    "advisory",
    " (exception 1 expired on 2026-11-01) (mandatory from 2027-02-01, 68 days)",
  ],
])("a finding is told %s", (_how, changes, about, level, added) => {
  const outcome: Outcome = {
    rule: "r",
    urn: "u",
    type: "t",
    result: "failed",
    level: "mandatory",
    findings: [],
    ...changes,
  };
  const said = told(outcome, { message: "set it (to 1)", ...about });
  expect(said).toEqual({ level, message: `set it (to 1)${added}` });
  expect(withoutRemark(said.message)).toBe("set it (to 1)");
});
