import { describe, expect, it } from "vitest";
import { evaluate } from "../../../../policy-packs/core/evaluate";
import { levelOf, parametersOf } from "../../../../policy-packs/core/rule";
import { pulumiComponentRequired } from "../../../../policy-packs/iam-supply-chain/rules/pulumi/pulumi-component-required";
import { testRule } from "../../../support/rule";

const under = (...types: string[]) => ({ options: { parent: `urn:pulumi:prod::shop::${types.join("$")}::orders` } });

testRule(pulumiComponentRequired, {
  bad: {
    "a key of the stack": under("pulumi:pulumi:Stack"),
    "a key without a parent": { options: {} },
    "a key of another component": under("shop:index:Orders"),
    "a key of a component that is called alike": under("acme:index:EncryptionKey"),
    "a key of our component where another is required": {
      ...under("foundation:index:EncryptionKey"),
      configuration: { components: { "aws:kms/key:Key": ["acme:index:Key"] } },
    },
  },
  good: {
    "a key of a component in another": under("shop:index:Orders", "foundation:index:EncryptionKey"),
    "a cluster's key": under("foundation:index:Cluster"),
    "a key that anybody may make": { options: {}, configuration: { components: {} } },
  },
});

describe("pulumi-component-required", () => {
  it("reads the parents of a URN where the engine tells no parent", () => {
    const violationsOf = (parents: string) => {
      const type = "aws:kms/key:Key";
      const subject = { type, urn: `urn:pulumi:prod::shop::${parents}${type}::orders`, name: "orders", props: {} };
      const parameters = parametersOf(pulumiComponentRequired);
      const stack = { all: [], ofType: () => [] };
      return evaluate(pulumiComponentRequired, { ...subject, propertyDependencies: {} }, stack, parameters).violations;
    };
    expect(violationsOf("foundation:index:EncryptionKey$")).toEqual([]);
    expect(violationsOf("")).toEqual([expect.stringContaining("use foundation:index:EncryptionKey or")]);
  });

  it("refuses types that it does not know", () => {
    expect(() =>
      parametersOf(pulumiComponentRequired, { components: { "aws:kms/keys:Key": ["acme:index:Key"] } }),
    ).toThrow(/components/);
  });

  it("advises until a company says which components teams must take", () => {
    expect(levelOf(pulumiComponentRequired)).toBe("advisory");
  });
});
