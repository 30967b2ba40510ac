import type { ServerUnaryCall } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { describe, expect, it } from "vitest";
import { Cloud } from "../../../sandbox/cloud/cloud";
import { aws } from "../../../sandbox/protocol/aws";
import { comparing } from "../../../sandbox/protocol/compare";
import { Instances } from "../../../sandbox/protocol/instances";
import { propertiesOf, structOf } from "../../../sandbox/protocol/wire";
import { type Properties, secretNames, withSecrets } from "../../../sandbox/values";

const peer = "engine";
const urn = "urn:pulumi:dev::foundation::aws:cloudwatch/logGroup:LogGroup::Logs";
const instances = new Instances(aws, new Cloud());
instances.configure(peer, { region: "eu-west-1" });
const handlers = comparing(instances);

/** Calls a handler as the engine does. */
function ask<Q, A>(handler: unknown, request: Q): Promise<A> {
  // A handler looks at the request and the peer only.
  const call = { request, getPeer: () => peer } as unknown as ServerUnaryCall<Q, A>;
  return new Promise((resolve, reject) => {
    const done = (error: unknown, answer: A) => (error ? reject(error) : resolve(answer));
    (handler as (call: ServerUnaryCall<Q, A>, done: unknown) => void)(call, done);
  });
}

async function checked(news: Properties, naming?: messages.CheckRequest.AutonamingOptions): Promise<Properties> {
  const request = new messages.CheckRequest().setUrn(urn).setNews(structOf(news)).setAutonaming(naming);
  return propertiesOf((await ask<unknown, messages.CheckResponse>(handlers.check, request)).getInputs());
}

async function changed(state: Properties, olds: Properties, news: Properties): Promise<string[]> {
  const request = new messages.DiffRequest().setUrn(urn).setOlds(structOf(state)).setOldInputs(structOf(olds));
  const answer = await ask<unknown, messages.DiffResponse>(handlers.diff, request.setNews(structOf(news)));
  return answer.getReplacesList();
}

describe("a check", () => {
  it("keeps secret in all tags what is secret in the tags", async () => {
    const inputs = await checked(withSecrets({ name: "logs", tags: { token: "hunter2" } }, ["tags"]));
    expect(secretNames(inputs).sort()).toEqual(["tags", "tagsAll"]);
  });

  it("names as the stack's configuration says", async () => {
    const { AutonamingOptions } = messages.CheckRequest;
    const naming = new AutonamingOptions().setProposedName("acme-logs").setMode(AutonamingOptions.Mode.PROPOSE);
    expect((await checked({}, naming)).name).toBe("acme-logs");
    expect((await checked({}, new AutonamingOptions().setMode(AutonamingOptions.Mode.DISABLE))).name).toBeUndefined();
    expect((await checked({})).name).toMatch(/^Logs-[0-9a-f]{7}$/);
  });
});

describe("a diff", () => {
  it("finds no change where the program says the region that the resource is in, and one where it says another", async () => {
    const state = { name: "logs", region: "eu-west-1" };
    const olds = { name: "logs" };
    expect(await changed(state, olds, { ...olds, region: "eu-west-1" })).toEqual([]);
    expect(await changed(state, olds, { ...olds, region: "us-east-1" })).toEqual(["region"]);
    expect(await changed(state, { ...olds, region: "eu-west-1" }, olds)).toEqual([]);
  });
});
