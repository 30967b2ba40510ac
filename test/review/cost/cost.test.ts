import { describe, expect, it } from "vitest";
import { costOf } from "../../../review/cost/cost";
import type { Step } from "../../../review/model/step";
import { gatheredOf, type Said, stepOf, urnFor } from "../../support/gathered";
import { noUsage, testPrices } from "../../support/prices";

const provider = stepOf({
  type: "pulumi:providers:aws",
  name: "dev",
  old: { region: "us-east-1", defaultTags: '{"tags":{"owner":"platform-team"}}' },
  next: { region: "us-east-1", defaultTags: '{"tags":{"owner":"platform-team"}}' },
  op: "same",
});
const inRegion = (said: Said): Step => stepOf({ provider: provider.urn, ...said });
const nat = (said: Partial<Said> = {}) => inRegion({ type: "aws:ec2/natGateway:NatGateway", ...said });
const cost = (steps: readonly Step[], settings: object = {}) =>
  costOf(gatheredOf([provider, ...steps], settings), testPrices);
const quiet = { usage: noUsage };

describe("the sides of a change", () => {
  it.each([
    ["what is made is after it", nat({ next: {} }), 0, 32.85],
    ["what is deleted was before it", nat({ old: {} }), 32.85, 0],
    ["what is updated, on both", nat({ old: {}, next: {} }), 32.85, 32.85],
    ["what is replaced, once on both", nat({ old: {}, next: {}, op: "replace" }), 32.85, 32.85],
    ["what stays, on both", nat({ old: {}, next: {}, op: "same" }), 32.85, 32.85],
    ["what is imported was on the bill", nat({ next: {}, op: "import" }), 32.85, 32.85],
    ["what stays in the cloud stays on the bill", nat({ old: {}, retainOnDelete: true }), 32.85, 32.85],
    [
      "what stays beside its replacement is there twice",
      nat({ old: {}, next: {}, op: "replace", retainOnDelete: true }),
      32.85,
      65.7,
    ],
    ["what is read is not ours", nat({ old: {}, next: {}, op: "read" }), 0, 0],
    ["a component is no thing", nat({ next: {}, custom: false }), 0, 0],
  ])("%s", (_label, one, before, after) => {
    expect(cost([one], quiet)).toMatchObject({ before, after });
  });
});

it("tells each figure by stack, service, team and component", () => {
  const outer = stepOf({
    type: "foundation:index:Network",
    name: "network",
    custom: false,
    old: {},
    next: {},
    op: "same",
  });
  const inner = stepOf({
    type: "foundation:index:Nat",
    name: "nat",
    custom: false,
    parent: outer.urn,
    next: {},
  });
  const key = { tags: { owner: "shop-team" } };
  const steps = [
    outer,
    inner,
    nat({ next: {}, parent: inner.urn }),
    inRegion({ type: "aws:kms/key:Key", name: "key", old: key, next: key, op: "same" }),
  ];
  const { rows } = cost(steps, quiet);
  expect(rows).toEqual({
    stack: [{ name: "dev-network", before: 1, after: 33.85 }],
    service: [
      { name: "Amazon EC2", before: 0, after: 32.85 },
      { name: "AWS KMS", before: 1, after: 1 },
    ],
    team: [
      { name: "platform-team", before: 0, after: 32.85 },
      { name: "shop-team", before: 1, after: 1 },
    ],
    component: [
      { name: "dev-network/network", before: 0, after: 32.85 },
      { name: "", before: 1, after: 1 },
    ],
  });
});

it("moves a figure between teams with the tag", () => {
  const key = inRegion({
    type: "aws:kms/key:Key",
    old: { tags: { owner: "shop-team" } },
    next: { tags: { owner: "data-team" } },
  });
  expect(cost([key]).rows.team).toEqual([
    { name: "data-team", before: 0, after: 1 },
    { name: "shop-team", before: 1, after: 0 },
  ]);
});

it("shows what changes with its quantities, price and source, and assumptions that figures rest on", () => {
  const same = nat({ name: "same", old: {}, next: {}, op: "same" });
  const { lines, sources, assumptions } = cost([nat({ next: {} }), same]);
  const [first, second] = lines;
  expect(lines).toHaveLength(2);
  expect(first).toEqual({
    urn: urnFor("aws:ec2/natGateway:NatGateway", "one"),
    stack: "dev-network",
    item: "nat-gateway-hour",
    quantity: { before: 0, after: 730 },
    unitUsd: 0.045,
    before: 0,
    after: 32.85,
    source: first?.source,
  });
  expect(second).toMatchObject({ item: "nat-gateway-gb", quantity: { before: 0, after: 100 }, after: 4.5 });
  expect(sources[first?.source ?? -1]).toMatchObject({ region: "us-east-1", exact: true });
  expect(assumptions).toEqual([
    { environment: "dev", what: "GB that a NAT gateway handles in each zone.", quantity: 100 },
  ]);
});

describe("what is not known", () => {
  it("is a gap, before or after, changed or not", () => {
    const broker = "aws:msk/cluster:Cluster";
    const { gaps, resources, before, after } = cost([
      inRegion({ type: broker, name: "same", old: {}, next: {}, op: "same" }),
      inRegion({ type: broker, name: "gone", old: {} }),
      inRegion({ type: broker, name: "kept", old: {}, next: {} }),
      inRegion({ type: "aws:eks/cluster:Cluster", next: { version: { $: "unknown" } } }),
      inRegion({ type: "aws:ec2/vpc:Vpc", next: {} }),
      inRegion({ type: "datadog:index/monitor:Monitor", next: {} }),
      inRegion({ type: "kubernetes:apps/v1:Deployment", next: {} }),
    ]);
    expect(gaps.map(({ type, kind, changed }) => [type, kind, changed])).toEqual([
      ["aws:eks/cluster:Cluster", "unknown", true],
      [broker, "unpriced", true],
      [broker, "unpriced", true],
      ["datadog:index/monitor:Monitor", "unpriced", true],
      [broker, "unpriced", false],
    ]);
    expect(resources).toEqual({ priced: 0, free: 2, unpriced: 4, unknown: 1 });
    expect({ before, after }).toEqual({ before: 0, after: 0 });
  });

  it("is what is asked for, where the provider does not say", () => {
    const size = inRegion({
      type: "aws:ebs/volume:Volume",
      next: { size: 10, type: "gp3" },
      outputs: { next: { size: { $: "unknown" }, type: { $: "secret" }, iops: { $: "unknown" } } },
    });
    expect(cost([size]).after).toBe(0.8);
  });

  it("is taken to be as before, where AWS decides and not the program", () => {
    const instance = (ami: string) => ({ instanceType: "t3.medium", ami });
    const replaced = inRegion({
      type: "aws:ec2/instance:Instance",
      old: instance("ami-1"),
      next: instance("ami-2"),
      op: "replace",
      outputs: {
        old: { rootBlockDevice: { volumeType: "gp2", volumeSize: 8 } },
        next: { rootBlockDevice: { $: "unknown" } },
      },
    });
    const result = cost([replaced]);
    expect(result).toMatchObject({ before: 31.168, after: 31.168, gaps: [] });
  });
});

it("takes the price of the reference region where a region has none, and says so", () => {
  const elsewhere = nat({ next: { region: "sa-east-1" } });
  const { after, sources } = cost([elsewhere], quiet);
  expect(after).toBe(32.85);
  expect(sources.map(({ region, exact }) => [region, exact])).toEqual([["us-east-1", false]]);
});
