import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, churnKinds, type Risk, riskLevels } from "../../../review/model/schema";
import { statefulTypes } from "../../../review/risk/data/stateful";
import { byDanger, endsData } from "../../../review/risk/order";
import { risks } from "../../../review/risk/table";
import { change } from "../../support/reviews";

const risk = fc
  .record({
    of: fc.constantFrom(...risks),
    level: fc.constantFrom(...riskLevels),
    ignored: fc.option(fc.constant(true), { nil: undefined }),
  })
  .map(({ of: { id, section }, level, ignored }): Risk => {
    return { id, section, level, summary: "", details: [], properties: [], ...(ignored && { ignored }) };
  });

const types = ["aws:ec2/vpc:Vpc", "kubernetes:core/v1:Pod", ...statefulTypes.map(({ type }) => type)];

const changes = fc.uniqueArray(
  fc
    .record({
      name: fc.string(),
      type: fc.constantFrom(...types),
      op: fc.constantFrom<Change["op"]>("create", "update", "replace", "delete", "import", "read", "forget"),
      risks: fc.array(risk, { maxLength: 3 }),
      churn: fc.option(fc.constantFrom(...churnKinds), { nil: undefined }),
      component: fc.array(fc.record({ type: fc.string(), name: fc.string() }), { maxLength: 2 }),
    })
    .map(({ churn, ...rest }) => change({ ...rest, ...(churn && { churn }) })),
  { selector: ({ urn }) => urn, maxLength: 30 },
);

describe("byDanger, whatever the changes", () => {
  it("puts nothing above what ends data", () => {
    fc.assert(
      fc.property(changes, (given) => {
        const ends = byDanger(given).map(endsData);
        expect(ends).toEqual([...ends].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it("keeps every change, and does not care for their order", () => {
    fc.assert(
      fc.property(
        changes.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
          ),
        ),
        ([given, shuffled]) => {
          expect(byDanger(shuffled)).toEqual(byDanger(given));
          expect(new Set(byDanger(given))).toEqual(new Set(given));
          expect(byDanger(given)).toHaveLength(given.length);
        },
      ),
    );
  });
});

const withRisk = (name: string, section: Risk["section"], level: Risk["level"], ignored = false) =>
  change({
    name,
    risks: [{ id: "x", section, level, summary: "", details: [], properties: [], ...(ignored && { ignored }) }],
  });

it("goes by data that ends, level, section, component and name, and what means nothing", () => {
  const ordered = [
    change({ name: "bucket", type: "aws:s3/bucket:Bucket", op: "delete" }),
    withRisk("a", "data", "critical"),
    withRisk("b", "access", "critical"),
    withRisk("c", "data", "low"),
    withRisk("d", "availability", "low"),
    withRisk("e", "data", "low", true),
    change({ name: "z", component: [] }),
    change({ name: "f", component: [{ type: "t", name: "a" }] }),
    change({ name: "g", component: [{ type: "t", name: "a" }] }),
    change({ name: "a2", churn: "hash" }),
  ];
  expect(byDanger([...ordered].reverse()).map(({ name }) => name)).toEqual(ordered.map(({ name }) => name));
});
