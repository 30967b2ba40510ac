import { describe, expect, it } from "vitest";
import { modelOf, models } from "../../../sandbox/models";
import { taggedServices, tagRefusalsOf } from "../../../sandbox/models/tags";
import { create } from "../../../sandbox/operations/lifecycle";
import { refuse } from "../../../sandbox/operations/refuse";
import { unknown } from "../../../sandbox/values";
import { make, preview, refusal, scope, startCloud } from "../../support/models";

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "x"]));

/** What is fine, and what is one step further. */
const cases: Record<string, [Record<string, string>, Record<string, string>]> = {
  "more tags than one thing may have": [many(50), many(51)],
  "a key that is too long": [{ ["😀".repeat(128)]: "" }, { ["k".repeat(129)]: "" }],
  "a value that is too long": [{ key: "v".repeat(256) }, { key: "v".repeat(257) }],
  "a key without characters": [{ k: "" }, { "": "v" }],
  "a key that AWS keeps to itself": [{ "my-aws:key": "x" }, { "aws:key": "x" }],
};

/** One type of each service, and one that no service has rules for. */
const types = [
  ...taggedServices.map((service) => models.find(({ type, tagged }) => tagged && type.startsWith(`aws:${service}/`))),
  modelOf("aws:mq/broker:Broker"),
].flatMap((model) => model ?? []);

describe.each(types)("tags of $type", (model) => {
  const refused = (tagsAll: Record<string, string>) =>
    refusal(() =>
      refuse({ model: { ...model, refusals: [], references: {} }, scope, name: "it" }, "create", {
        scope,
        inputs: { tagsAll },
      }),
    );

  it.each(Object.entries(cases))("refuse %s", (_what, [fine, wrong]) => {
    startCloud();
    expect(refused(fine)).toBe("was not refused");
    expect(tagRefusalsOf(model).map(({ code }) => code)).toContain(refused(wrong));
  });

  it("that differ in case only are refused where the service says so", () => {
    startCloud();
    expect(refused({ Key: "a", key: "b" })).toBe(
      tagRefusalsOf(model).length > 3 ? tagRefusalsOf(model).at(-1)?.code : "was not refused",
    );
  });
});

it("are refused at preview, but not while one is unknown", () => {
  startCloud();
  const vpc = (tags: Record<string, string>) => preview("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", tags });
  expect(refusal(() => vpc(many(51)))).toBe("TagLimitExceeded");
  expect(refusal(() => vpc({ ...many(51), late: unknown }))).toBe("was not refused");
});

it("count those that the provider gives everything", () => {
  startCloud();
  const inputs = { cidrBlock: "10.0.0.0/16", tags: many(50), tagsAll: { ...many(50), owner: "network" } };
  const model = models.find(({ type }) => type === "aws:ec2/vpc:Vpc");
  expect(model).toBeDefined();
  if (model) expect(refusal(() => create({ model, scope, name: "it" }, inputs))).toBe("TagLimitExceeded");
});

it("are not looked at where a type takes none", () => {
  startCloud();
  expect(tagRefusalsOf({ type: "aws:ec2/route:Route" })).toEqual([]);
  expect(() => make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", tags: { Key: "a", key: "b" } })).not.toThrow();
});
