import { expect, it } from "vitest";
import { evaluate } from "../../../../policy-packs/core/evaluate";
import { parametersOf } from "../../../../policy-packs/core/rule";
import { lambdaLayersKnownAccounts } from "../../../../policy-packs/iam-supply-chain/rules/lambda/lambda-layers-known-accounts";
import { unknown } from "../../../support/policy";
import { testRule } from "../../../support/rule";

const foreign = "arn:aws:lambda:eu-central-1:999900001111:layer:tracer:12";

testRule(lambdaLayersKnownAccounts, {
  bad: {
    "a layer of another account": { set: { "layers.0": foreign } },
    "a layer of another account behind one that is unknown": { set: { layers: [unknown, foreign] } },
    "a layer of another partition": { set: { "layers.0": foreign.replace("aws:", "aws-cn:") } },
    "an account that is not the known one": {
      set: { "layers.0": foreign },
      configuration: { accounts: ["222233334444"] },
    },
  },
  good: {
    "no layers": { unset: ["layers"] },
    "a layer of a known account": { set: { "layers.0": foreign }, configuration: { accounts: ["999900001111"] } },
    "a function whose account nothing tells": { set: { role: "", "layers.0": foreign } },
    "what is no layer": { set: { "layers.0": "tracer" } },
  },
  unknown: ["layers", "layers.0"],
});

const judge = (role: string, allowedAccountIds: unknown) => {
  const provider = { type: "pulumi:providers:aws", name: "shop", props: { allowedAccountIds } };
  const props = { role, layers: [foreign] };
  const subject = {
    type: "aws:lambda/function:Function",
    urn: "urn",
    name: "shop",
    props,
    propertyDependencies: {},
    provider,
  };
  const parameters = parametersOf(lambdaLayersKnownAccounts);
  return evaluate(lambdaLayersKnownAccounts, subject, { all: [], ofType: () => [] }, parameters).violations;
};

it("knows the account from the provider, as the engine keeps it or not, before that of the role", () => {
  expect(judge("", '["111122223333"]')).toEqual([expect.stringContaining("layers has one")]);
  expect(judge("", ["111122223333"])).toHaveLength(1);
  expect(judge("arn:aws:iam::111122223333:role/shop", '["999900001111"]')).toEqual([]);
  expect(judge("arn:aws:iam::999900001111:role/shop", undefined)).toEqual([]);
});
