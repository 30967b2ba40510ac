import { expect, it } from "vitest";
import { evaluate, stackOf } from "../../../../policy-packs/core/evaluate";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { costEnvironmentExpires } from "../../../../policy-packs/tagging-cost/rules/tags/cost-environment-expires";
import { testRule } from "../../../support/rule";

const configuration = { stacks: ["test"], today: "2026-11-25" };
const expires = (value: string) => ({ set: { "defaultTags.tags.expires": value } });

testRule(costEnvironmentExpires, {
  bad: {
    "no tags": { unset: ["defaultTags"], configuration },
    "no such tag": { unset: ["defaultTags.tags.expires"], configuration },
    "no day": { ...expires("soon"), configuration },
    "no such day": { ...expires("2026-02-30"), configuration },
    "a day that is past": { ...expires("2026-11-24"), configuration },
    "a day that is far": { ...expires("2026-12-26"), configuration },
    "another key": { configuration: { ...configuration, key: "ttl" } },
    "a day that is past, as the engine keeps it": {
      set: { defaultTags: JSON.stringify({ tags: { expires: "2026-11-24" } }) },
      configuration,
    },
  },
  good: {
    today: { ...expires("2026-11-25"), configuration },
    "the last day": { ...expires("2026-12-25"), configuration },
    "a stack that stays": { unset: ["defaultTags"] },
  },
  unknown: [],
});

it("knows stacks that are made for a while by their names", () => {
  const verdictIn = (stack: string) => {
    const urn = `urn:pulumi:${stack}::foundation::pulumi:providers:aws::main`;
    const resource = { type: "pulumi:providers:aws", name: "main", urn, props: {}, propertyDependencies: {} };
    return evaluate(costEnvironmentExpires, resource, stackOf([]), parametersOf(costEnvironmentExpires)).violations;
  };
  expect(verdictIn("pr-123-network")).toHaveLength(1);
  expect(verdictIn("prod-network")).toEqual([]);
});
