import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import {
  type Entry,
  matches,
  readExceptions,
  remark,
  rulingOn,
  todayOf,
  withoutRemark,
} from "../../../../policy-packs/core/exceptions/exceptions";
import { rules } from "../../../../policy-packs/rules";

const urn = "urn:pulumi:dev-network::foundation::aws:ec2/vpc:Vpc::main";
const finding = { rule: "vpc-flow-logs", urn, message: "the VPC has no flow log: add one" };
const good = {
  rule: "vpc-flow-logs",
  resource: urn,
  owner: "platform-network",
  reason: "recorded by the firewall",
  ticket: "NET-123",
  since: "2026-11-24",
  expires: "2027-01-31",
};
const bounds = [
  { owners: ["platform-*"], severity: "high", maximumDays: 90 },
  { owners: ["*"], severity: "low", maximumDays: 400 },
];

const severities = new Map(rules.map(({ name, severity }) => [name, severity]));
const read = (...exceptions: object[]): Entry[] =>
  readExceptions(stringify({ bounds, exceptions }), (rule) => severities.get(rule));
const ruled = (exception: object, today = "2026-12-01", about = finding) => rulingOn(read(exception), about, today);

describe("an exception", () => {
  it.each([
    ["on its first day", "2026-11-24", 68],
    ["in between", "2026-12-01", 61],
    ["on its last day", "2027-01-31", 0],
  ])("counts %s", (_when, today, daysLeft) => {
    expect(ruled(good, today)).toMatchObject({ state: "excepted", daysLeft });
  });

  it.each([
    ["before its first day", "2026-11-23", "exception 1 is in force from 2026-11-24"],
    ["the day after its last", "2027-02-01", "exception 1 expired on 2027-01-31"],
  ])("does not count %s, and says so", (_when, today, reason) => {
    expect(ruled(good, today)).toEqual({ state: "refused", reason });
  });

  it("is for its rule and its resource only", () => {
    expect(ruled(good, undefined, { ...finding, rule: "kms-rotation" })).toBeUndefined();
    expect(ruled(good, undefined, { ...finding, urn: `${urn}2` })).toBeUndefined();
    expect(ruled({ ...good, resource: "urn:pulumi:dev-*::foundation::*Vpc::*" })).toMatchObject({ state: "excepted" });
  });

  it("can be for one finding of several", () => {
    expect(ruled({ ...good, finding: "the VPC has no flow log*" })).toMatchObject({ state: "excepted" });
    expect(ruled({ ...good, finding: "something else" })).toBeUndefined();
  });

  it.each([
    ["a missing ticket", { ...good, ticket: undefined }, /ticket: /],
    ["an empty reason", { ...good, reason: " " }, /reason: must not be empty/],
    ["a day that is none", { ...good, expires: "2027-02-30" }, /expires: is a day, e\.g\. 2027-01-31/],
    ["a key that there is not", { ...good, approvedBy: "me" }, /Unrecognized key/],
    ["every resource", { ...good, resource: "*" }, /resource: names every resource/],
    ["every resource in another way", { ...good, resource: "**::*" }, /resource: names every resource/],
    ["a longer time than its owner may grant", { ...good, expires: "2027-02-23" }, /expires: 91 days after since/],
    ["an end before its start", { ...good, expires: "2026-11-01" }, /expires: is before since/],
    [
      "a severity above its owner's",
      { ...good, owner: "shop" },
      /owner: shop may except up to severity low, and vpc-flow-logs is medium/,
    ],
  ])("with %s does not count, and the finding says why", (_what, exception, reason) => {
    const ruling = ruled(exception);
    expect(ruling?.state).toBe("refused");
    expect(ruling && remark(ruling)).toMatch(reason);
  });

  it("for a rule that there is not is a mistake", () => {
    expect(read({ ...good, rule: "vpc-flow-log" })[0]?.problem).toBe("rule: there is no rule vpc-flow-log");
  });

  it("does not spoil the others by its mistakes", () => {
    expect(rulingOn(read({ rule: "vpc-flow-logs" }, good), finding, "2026-12-01")).toMatchObject({ state: "excepted" });
  });
});

it("tells owner, days left, reason and ticket with the finding, and the finding without them", () => {
  const ruling = ruled(good, "2027-01-30");
  const text = `${finding.message}${ruling && remark(ruling)}`;
  expect(text).toBe(
    "the VPC has no flow log: add one (excepted until 2027-01-31, 1 day left, by platform-network: recorded by the firewall, NET-123)",
  );
  expect(withoutRemark(text)).toBe(finding.message);
});

it("refuses a file that is not of its form as a whole", () => {
  const refusal = (text: string) => () => readExceptions(text, () => "low");
  expect(refusal("bounds: 1")).toThrow(/^exceptions\.yaml:1 bounds: 1 must be a list/);
  expect(refusal("bounds: []\nexceptions: []\nbound: []")).toThrow(
    "exceptions.yaml:3 bound: is no setting; did you mean bounds?",
  );
  expect(refusal("bounds: [")).toThrow(/^exceptions\.yaml:1 is no YAML: /);
});

it("matches stars only as stars", () => {
  expect(matches("a.c", "abc")).toBe(false);
  expect(matches("a*c", "a::b::c")).toBe(true);
});

it("counts days in UTC", () => {
  expect(todayOf(new Date("2027-01-31T23:59:59Z"))).toBe("2027-01-31");
});
