import { expect, it } from "vitest";
import { accountFor } from "../../../cli/report/exceptions";
import type { PolicyFinding } from "../../../cli/report/result";
import { remark, rulingOn } from "../../../policy-packs/core/exceptions/exceptions";
import { stackResult } from "../../support/stack-result";

const urn = "urn:pulumi:dev-network::foundation::aws:ec2/vpc:Vpc::main";
const exception = {
  rule: "vpc-flow-logs",
  resource: urn,
  owner: "platform-network",
  reason: "recorded by the firewall",
  ticket: "NET-123",
  since: "2026-11-01",
  expires: "2026-11-30",
};
const entry = { position: 1, exception };
const today = "2026-11-24";

/** The finding as the pack reports it, with what it says of the exception. */
function finding(day = today): PolicyFinding {
  const about = { rule: "vpc-flow-logs", urn, message: "the VPC has no flow log" };
  const ruling = rulingOn([entry], about, day);
  const message = `${about.message}${ruling && remark(ruling)}`;
  return { ...about, message, pack: "foundation", level: "advisory", severity: "medium" };
}

const account = (policies: PolicyFinding[], everything = true, day = today) =>
  accountFor([stackResult({ policies })], everything, { entries: [entry], today: day });

it("says with an accepted finding by whom and until when", () => {
  const { stacks, exceptions } = account([finding()]);
  const { owner, reason, ticket, expires } = exception;
  expect(stacks[0]?.policies[0]?.exception).toEqual({ owner, reason, ticket, expires, daysLeft: 6 });
  expect(exceptions).toMatchObject([{ position: 1, state: "used" }]);
});

it("calls an exception unused only when every stack was looked at", () => {
  expect(account([]).exceptions).toMatchObject([{ state: "unused" }]);
  expect(account([], false).exceptions).toMatchObject([{ state: "not seen" }]);
  const failed = accountFor([stackResult({ result: "failed" })], true, { entries: [entry], today });
  expect(failed.exceptions).toMatchObject([{ state: "not seen" }]);
});

it("calls an expired exception refused, and leaves its finding as it is", () => {
  const late = "2026-12-01";
  const { stacks, exceptions } = account([finding(late)], true, late);
  expect(stacks[0]?.policies[0]?.exception).toBeUndefined();
  expect(exceptions).toMatchObject([{ state: "refused" }]);
});
