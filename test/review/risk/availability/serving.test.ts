import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { servingTypes } from "../../../../review/risk/availability/serving-types";
import { idsOf, saidOf } from "../../../support/risks";
import { created, deleted, replaced, step, updated } from "../../../support/steps";

describe.each(Object.entries(servingTypes))("%s", (type, { stops, deleted: gone, replaced: other }) => {
  it("is told when it is deleted or replaced, and when nothing is there meanwhile", () => {
    expect(saidOf(deleted(type))).toContain(`${gone}: subject is deleted: ${stops}`);
    expect(saidOf(replaced(type, { a: 1 }, { a: 2 }))).toContain(`${other}: subject is replaced: ${stops}`);
    expect(idsOf(replaced(type, { a: 1 }, { a: 2 }, { deleteFirst: true }))).toContain("serving-gap");
  });

  it("is not when it is made, tagged, or stays in the cloud", () => {
    const availability = ["serving-deleted", "serving-replaced", "serving-gap", gone, other];
    const ids = [
      ...idsOf(created(type, {})),
      ...idsOf(updated(type, { tags: { a: "1" } }, { tags: { a: "2" } })),
      ...idsOf(deleted(type, {}, { retainOnDelete: true })),
    ];
    expect(ids.filter((id) => availability.includes(id))).toEqual([]);
  });
});

it("names no type of AWS that the SDK does not have", () => {
  for (const type of Object.keys(servingTypes)) {
    const [provider, path = ""] = type.split(":");
    if (provider !== "aws") continue;
    expect(readFileSync(`node_modules/@pulumi/aws/${path}.js`, "utf8")).toContain(`'${type}'`);
  }
});

it("knows a provider that works elsewhere", () => {
  const provider = "pulumi:providers:aws";
  expect(idsOf(updated(provider, { region: "eu-west-1" }, { region: "eu-central-1" }))).toEqual(["provider-changed"]);
  expect(idsOf(updated(provider, { version: "7.1.0" }, { version: "7.2.0" }))).toEqual([]);
});

it("says what forces it and what was made from it", () => {
  const one = replaced("aws:lb/loadBalancer:LoadBalancer", { name: "a" }, { name: "b" });
  const record = step({ type: "aws:route53/record:Record", name: "www", dependsOn: [one.urn] });
  expect(saidOf(one, { dependents: () => [record] })).toEqual([
    "serving-replaced: subject is replaced: its DNS name goes, and connections break",
  ]);
});
