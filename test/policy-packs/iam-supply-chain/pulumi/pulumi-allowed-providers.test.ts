import { expect, it } from "vitest";
import { evaluate, stackOf } from "../../../../policy-packs/core/evaluate";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { pulumiAllowedProviders } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-allowed-providers";
import { testRule } from "../../../support/rule";

testRule(pulumiAllowedProviders, {
  bad: {
    "a version that is too old": { set: { version: "6.83.0" } },
    "a pre-release of one that is too old": { set: { version: "7.0.0-alpha.1" } },
    "a package that is not configured": { configuration: { packages: { kubernetes: "*" } } },
    "a version that is not configured": { configuration: { packages: { aws: "<7.48.0" } } },
  },
  good: {
    "a newer version": { set: { version: "8.1.0" } },
    "a version with a v": { set: { version: "v7.48.0" } },
    "no version": { unset: ["version"] },
    "any package where none is listed": { set: { version: "1.0.0" }, configuration: { packages: {} } },
  },
  unknown: ["version"],
});

function violationsOf(type: string, name: string, stack: string) {
  const urn = `urn:pulumi:${stack}::foundation::${type}::${name}`;
  const resource = { type, name, urn, props: {}, propertyDependencies: {} };
  return evaluate(pulumiAllowedProviders, resource, stackOf([]), parametersOf(pulumiAllowedProviders)).violations;
}

it("refuses packages that nobody listed", () => {
  expect(violationsOf("pulumi:providers:command", "local", "dev-network")).toHaveLength(1);
  expect(violationsOf("pulumi:providers:kubernetes", "cluster", "dev-network")).toEqual([]);
});

it("refuses default providers in production only", () => {
  for (const name of ["default", "default_7_48_0"]) {
    expect(violationsOf("pulumi:providers:aws", name, "prod-network")).toHaveLength(1);
    expect(violationsOf("pulumi:providers:aws", name, "dev-network")).toEqual([]);
  }
  expect(violationsOf("pulumi:providers:aws", "defaults", "prod-network")).toEqual([]);
});

it("leaves the engine's own provider alone", () => {
  expect(pulumiAllowedProviders.judges?.("pulumi:providers:pulumi")).toBe(false);
});
