import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import { describe, expect, it } from "vitest";
import * as components from "../../components/index";
import rootPackage from "../../package.json";
import providerPackage from "../../provider/package.json";

const names = new Set(
  Object.entries(components)
    .filter(([, value]) => typeof value === "function" && value.prototype instanceof pulumi.ComponentResource)
    .map(([name]) => name),
);

const root = join(__dirname, "../..");

/** The analyzer type-checks @pulumi/aws too. */
const timeout = 120_000;

describe("the schema of the components", () => {
  it("offers every component to the other Pulumi languages", { timeout }, () => {
    const { components: found, typeDefinitions } = new Analyzer(root, "foundation", rootPackage, names).analyze();
    const text = JSON.stringify({ found, typeDefinitions });
    expect(Object.keys(found).sort()).toEqual([...names].sort());
    // Types it cannot read, docs with links, and private fields: see docs/known-traps.md.
    expect(text).not.toContain("pulumi.json#/Any");
    expect(text).not.toContain("[object Object]");
    expect(text).not.toContain("@#");
    expect({ found, typeDefinitions }).toMatchSnapshot();
  });

  it("is what the provider serves, under the package's name", { timeout }, () => {
    const folder = join(root, "provider");
    const analyzed = new Analyzer(folder, providerPackage.name, providerPackage, names).analyze();
    const { name, resources } = generateSchema(
      providerPackage.name,
      providerPackage.version,
      "",
      analyzed.components,
      analyzed.typeDefinitions,
      analyzed.dependencies,
    );
    expect(name).toBe("foundation");
    expect(Object.keys(resources).sort()).toEqual(
      [...names].map((component) => `foundation:index:${component}`).sort(),
    );
  });
});
