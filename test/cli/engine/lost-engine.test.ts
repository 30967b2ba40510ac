import { once } from "node:events";
import { createServer } from "node:net";
import { Client, credentials, Server, ServerCredentials, status } from "@grpc/grpc-js";
import * as automation from "@pulumi/pulumi/automation/server";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mendLostEngines } from "../../../cli/engine/lost-engine";

type Answered = (error: Error | undefined, response: unknown) => void;
interface Runs {
  program(): Promise<unknown>;
  run(call: unknown, answered: Answered): Promise<void>;
}
const { LanguageServer } = automation as unknown as {
  LanguageServer: { new (program: () => Promise<unknown>): Runs; prototype: Runs };
};
const { grpcClientOptions } = settings as unknown as { grpcClientOptions: object };
const store = state as unknown as { getStore(): { terminated: boolean } };

/** What a call over a channel of its own ends with. */
function call(port: number, options: object): Promise<status | undefined> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), options);
  const bytes = () => Buffer.alloc(0);
  return new Promise((resolve) => {
    client.makeUnaryRequest("/nothing/Nothing", bytes, bytes, null, (error) => resolve(error?.code));
  });
}

/** A port that a server had and has given back. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** What a new channel ends with to a server at an address at which another one has failed just before. */
async function callAfterFailure(options: object): Promise<status | undefined> {
  const port = await freePort();
  expect(await call(port, options)).toBe(status.UNAVAILABLE);
  const server = new Server();
  await new Promise<void>((resolve, reject) => {
    const credential = ServerCredentials.createInsecure();
    server.bindAsync(`127.0.0.1:${port}`, credential, (error) => (error ? reject(error) : resolve()));
  });
  try {
    return await call(port, options);
  } finally {
    server.forceShutdown();
  }
}

describe("with the mend of lost engines", () => {
  const { run } = LanguageServer.prototype;
  const unmended = { ...grpcClientOptions };

  beforeAll(() => {
    // As the SDK's own: it begins the program or finds before that the engine does not answer, and says nothing.
    LanguageServer.prototype.run = async function (request, answered) {
      if (request === "reached") await this.program();
      if (request === "lost on the way") {
        await this.program();
        store.getStore().terminated = true;
      }
      answered(undefined, "done");
    };
    mendLostEngines();
  });
  afterAll(() => {
    LanguageServer.prototype.run = run;
    store.getStore().terminated = false;
  });

  it("a channel does not inherit the failure of an earlier one to the same address", async () => {
    expect(await callAfterFailure(unmended)).toBe(status.UNAVAILABLE);
    // The server answers, if only that it has no such method.
    expect(await callAfterFailure(grpcClientOptions)).toBe(status.UNIMPLEMENTED);
  });

  it.each([
    ["reached", undefined],
    ["never reached", /lost its engine/],
    ["lost on the way", /lost its engine/],
  ])("a program whose engine is %s ends so", async (request, says) => {
    const error = await new Promise<Error | undefined>(
      (resolve) => void new LanguageServer(async () => {}).run(request, resolve),
    );
    if (says === undefined) expect(error).toBeUndefined();
    else expect(error?.message).toMatch(says);
  });
});
