import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewStacks } from "../../cli/commands/preview";
import { EngineCommand } from "../../cli/engine/command";
import { openSandbox, sandboxParts } from "../../cli/engine/sandbox-workplace";
import type { Session } from "../../cli/engine/stack-run";
import { withStacksToPreview } from "../../cli/engine/unmade-stack";
import type { Workplace } from "../../cli/engine/workplace";
import { Progress } from "../../cli/report/progress";
import { select } from "../../cli/selection";
import { Foundation } from "../support/command";

/** As an account has it, on the sandbox's backend and cloud: what is not there is not made for a preview. */
describe("a stack that nothing was ever made of, previewed as on an account", () => {
  const foundation = new Foundation();
  let workplace: Workplace;
  let session: Session;

  beforeAll(async () => {
    process.env.FOUNDATION_SANDBOX = foundation.sandbox;
    process.env.FOUNDATION_ENVIRONMENTS = foundation.environments;
    const { code, stderr } = await foundation.run(["up", "dev-network", "--sandbox", "--yes"]);
    if (code !== 0) throw new Error(stderr);
    workplace = await openSandbox(() => {});
    const { executable, version } = workplace.engine;
    session = {
      workplace: { ...workplace, sandbox: false },
      command: new EngineCommand(executable, version, workplace.env),
      ...{ policyPacks: [], cancelled: new AbortController().signal, verbose: false, refresh: false },
      predictions: new Map(),
      secretsProvider: () => undefined,
    };
  });
  afterAll(async () => {
    await workplace.close();
    foundation.remove();
  });

  /** Every file of the backend and project with what it holds. */
  const contents = () => {
    const { state, project } = sandboxParts(foundation.sandbox);
    return [state, project].flatMap((dir) =>
      readdirSync(dir, { recursive: true, encoding: "utf8" })
        .map((name) => path.join(dir, name))
        .filter((file) => statSync(file).isFile())
        .map((file) => `${file} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`),
    );
  };
  const preview = (selector: string) =>
    withStacksToPreview(session, select([selector]).stacks, (stacks) =>
      previewStacks(session, stacks, new Progress(process.stderr)),
    );

  it("changes nothing where the states are, and sees what the stack that it reads from publishes", async () => {
    const before = contents();
    const [cluster] = await preview("dev-cluster");
    expect(cluster).toMatchObject({ stack: "dev-cluster", result: "succeeded", diagnostics: [] });
    expect(cluster?.changes.create).toBeGreaterThan(10);
    expect(contents()).toEqual(before);
  });

  it("is previewed beside one that exists, which is read where it is", async () => {
    const before = contents();
    const [network, cluster] = await preview("dev");
    expect(network?.changes).toMatchObject({ create: 0, update: 0, delete: 0 });
    expect(network?.changes.same).toBeGreaterThan(10);
    expect(cluster?.changes.create).toBeGreaterThan(10);
    expect(contents()).toEqual(before);
  });

  it("of a whole environment sees the outputs of the one before as they will be", async () => {
    const before = contents();
    const [network, cluster] = await preview("staging");
    expect([network?.result, cluster?.result]).toEqual(["succeeded", "succeeded"]);
    expect(cluster?.diagnostics.map(({ message }) => message).join()).toContain("staging-network is not applied yet");
    expect(contents()).toEqual(before);
  });
});
