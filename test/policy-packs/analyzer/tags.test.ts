import {
  AnalyzerProviderResource,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { expect, it } from "vitest";
import { tagsRequired } from "../../../policy-packs/tagging-cost/rules/tags/tags-required";
import { analyzeRequest, ask, serverOf } from "../../support/policy";

const peer = "127.0.0.1:1";
const queue = "aws:sqs/queue:Queue";

/** What the engine is told to make of the tags of a queue, whose provider adds `defaultTags`. */
async function mendedTags(tags: object | undefined, defaultTags: object) {
  const server = serverOf([tagsRequired]);
  const properties = Struct.fromJavaScript({
    keys: ["owner", "environment"],
    fallbacks: { owner: "a", environment: "b" },
  });
  const configuration = new PolicyConfig().setEnforcementlevel(EnforcementLevel.REMEDIATE).setProperties(properties);
  const configure = new ConfigureAnalyzerRequest();
  configure.getPolicyconfigMap().set("tags-required", configuration);
  await ask(server.configure, configure, peer);
  const provider = new AnalyzerProviderResource()
    .setType("pulumi:providers:aws")
    .setName("dev")
    .setProperties(Struct.fromJavaScript({ defaultTags: JSON.stringify({ tags: defaultTags }) }));
  const request = analyzeRequest({ type: queue, name: "orders", props: { ...(tags && { tags }) } }).setProvider(
    provider,
  );
  const response = RemediateResponse.deserializeBinary(await ask(server.remediate, request, peer));
  return response.getRemediationsList().map((each) => each.getProperties()?.toJavaScript());
}

it("mends tags that neither the resource nor its provider has", async () => {
  expect(await mendedTags(undefined, {})).toEqual([{ tags: { owner: "a", environment: "b" } }]);
  expect(await mendedTags({ team: "shop" }, {})).toEqual([{ tags: { team: "shop", owner: "a", environment: "b" } }]);
});

it("leaves tags to the provider that adds them", async () => {
  expect(await mendedTags(undefined, { owner: "shop-team" })).toEqual([{ tags: { environment: "b" } }]);
  expect(await mendedTags(undefined, { owner: "shop-team", environment: "dev" })).toEqual([]);
});
