import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { LocalWorkspace, type PulumiFn, Stack } from "@pulumi/pulumi/automation";
import { previewStacks } from "../../cli/commands/preview";
import { EngineCommand } from "../../cli/engine/command";
import { type PackHost, startPack } from "../../cli/engine/pack-host";
import { Recordings } from "../../cli/engine/recordings";
import { openSandbox } from "../../cli/engine/sandbox-workplace";
import { type OpenStack, openStacks } from "../../cli/engine/sequence";
import { type Operation, runStack, type Session } from "../../cli/engine/stack-run";
import type { Workplace } from "../../cli/engine/workplace";
import { accountFor } from "../../cli/report/exceptions";
import { Progress } from "../../cli/report/progress";
import type { StackResult } from "../../cli/report/result";
import { standardInForce } from "../../cli/report/standard";
import { gatherReview } from "../../cli/review/gather";
import { ReviewWatch } from "../../cli/review/watch";
import { type StackRef, select } from "../../cli/selection";
import { compose } from "../../review/compose";
import type { Review } from "../../review/model/schema";
import { type ReviewSettings, reviewSettingsSchema } from "../../review/settings";
import { upstreamOf } from "../../stacks/layers";

const clock = new Date("2026-11-25T12:00:00Z");
const root = path.resolve(__dirname, "../..");

/** Changes on the real engine in a sandbox, and their reviews: made as `foundation preview --review` makes them. */
export class Gallery {
  private readonly dir = mkdtempSync(path.join(os.tmpdir(), "foundation-gallery-"));
  private readonly recorded = path.join(this.dir, "recordings");
  private readonly environments = path.join(this.dir, "environments");
  private readonly recordings = new Recordings(this.recorded);
  private readonly progress = new Progress(new Silent() as unknown as NodeJS.WriteStream);
  private workplace: Workplace | undefined;
  private packs: PackHost | undefined;
  private session: Session | undefined;

  /** Starts sandbox and policies; `env` is what both are given beside ours. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    cpSync(path.join(root, "stacks/environments"), this.environments, { recursive: true });
    process.env.FOUNDATION_SANDBOX = path.join(this.dir, "sandbox");
    process.env.FOUNDATION_ENVIRONMENTS = this.environments;
    Object.assign(process.env, { FOUNDATION_TODAY: "2026-11-25", ...env });
    const workplace = await openSandbox(() => {});
    const packs = await startPack(this.recordings);
    const { executable, version } = workplace.engine;
    [this.workplace, this.packs] = [workplace, packs];
    this.session = {
      workplace,
      command: new EngineCommand(executable, version, packs.added(workplace.env)),
      policyPacks: packs.policyPacks,
      cancelled: new AbortController().signal,
      verbose: false,
      refresh: false,
      predictions: new Map(),
      secretsProvider: () => undefined,
    };
  }

  async stop(): Promise<void> {
    this.packs?.stop();
    await this.workplace?.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Applies what `program` asks for, whatever the policies say: what was there before a change. */
  async applied(name: string, program: PulumiFn): Promise<void> {
    const open = await this.open(name, program);
    const session = { ...this.running, policyPacks: [] };
    const result = await runStack(session, open.stack, open.ref, "up", { progress: () => {} });
    requireSuccess(result, "up");
  }

  /** The review of what `program` would change. */
  async review(name: string, program: PulumiFn, settings: Partial<ReviewSettings> = {}): Promise<Review> {
    const open = await this.open(name, program);
    const watch = new ReviewWatch();
    const event = watch.hear(open.ref, []);
    return this.reviewOf([open], watch, settings, async () => [
      await runStack(this.running, open.stack, open.ref, "preview", { progress: () => {}, event }),
    ]);
  }

  /** Changes an environment file. */
  edit(environment: string, ...changes: readonly (readonly [before: string | RegExp, after: string])[]): void {
    const file = path.join(this.environments, `${environment}.yaml`);
    let text = readFileSync(path.join(root, "stacks/environments", `${environment}.yaml`), "utf8");
    for (const [before, after] of changes) {
      const changed = text.replace(before, after);
      if (changed === text) throw new Error(`${environment}.yaml has no ${before}`);
      text = changed;
    }
    writeFileSync(file, text);
  }

  /** Applies the stacks of an environment as they are in its file. */
  async environmentApplied(environment: string): Promise<void> {
    this.running.predictions.clear();
    for (const open of await openStacks(this.running, select([environment]).stacks))
      requireSuccess(await this.run(open, "up"), "up");
  }

  /** The review of what the file of an environment would change. */
  async environmentReview(environment: string, settings: Partial<ReviewSettings> = {}): Promise<Review> {
    this.running.predictions.clear();
    const stacks = await openStacks(this.running, select([environment]).stacks);
    const watch = new ReviewWatch();
    return this.reviewOf(stacks, watch, settings, () => previewStacks(this.running, stacks, this.progress, watch));
  }

  private run({ stack, ref }: OpenStack, operation: Operation): Promise<StackResult> {
    return runStack({ ...this.running, policyPacks: [] }, stack, ref, operation, { progress: () => {} });
  }

  private async reviewOf(
    stacks: readonly OpenStack[],
    watch: ReviewWatch,
    settings: Partial<ReviewSettings>,
    previewed: () => Promise<StackResult[]>,
  ): Promise<Review> {
    rmSync(this.recorded, { recursive: true, force: true });
    mkdirSync(this.recorded);
    const results = await previewed();
    const sources = {
      ...{ session: this.running, stacks, watch, recordings: this.recordings, clock, base: "", pending: undefined },
      settings: () => ({ ...reviewSettingsSchema.parse({}), ...settings }),
      upstream: (stack: string) => (isOurs(stack) ? upstreamOf(stack) : []),
    };
    const gathering = await gatherReview(sources, results);
    // How long it took and which commit is checked out would make each run's review another.
    const timeless = results.map((result) => ({ ...result, durationMs: 0 }));
    const { stacks: accounted, exceptions } = accountFor(timeless, true);
    const standard = standardInForce(accounted.map(({ stack }) => stack));
    return compose({ ...gathering.gathered({ stacks: accounted, exceptions, standard }), commit: "" });
  }

  private async open(name: string, program: PulumiFn): Promise<OpenStack> {
    const [environment = "", layer = ""] = name.split("-");
    const workspace = await LocalWorkspace.create({
      workDir: this.running.workplace.workDir,
      pulumiCommand: this.running.command,
      program,
    });
    // A stack of a program that is in no layer of ours.
    const ref = { name, environment, layer } as unknown as StackRef;
    return { ref, stack: await Stack.createOrSelect(name, workspace) };
  }

  private get running(): Session {
    if (this.session === undefined) throw new Error("the gallery is not started");
    return this.session;
  }
}

const isOurs = (stack: string): boolean => select([]).stacks.some(({ name }) => name === stack);

function requireSuccess({ result, stack, diagnostics }: StackResult, operation: string): void {
  if (result === "succeeded") return;
  const said = diagnostics.map(({ message }) => message).join("\n");
  throw new Error(`${operation} of ${stack} ${result}:\n${said}`);
}

/** A stream that nobody reads. */
class Silent {
  readonly isTTY = false;
  write(): boolean {
    return true;
  }
}

/** `text` with the ids of the simulated cloud numbered in the order in which they come, and the ends of names alike. */
export function withoutIds(text: string): string {
  const ids = new Map<string, string>();
  const numbered = text.replace(generated, (id, prefix: string | undefined) => {
    if (!ids.has(id)) ids.set(id, `${prefix ?? "uuid-"}${ids.size + 1}`);
    return ids.get(id) ?? id;
  });
  return numbered.replace(nameEnd, "-0000000");
}

/** `vpc-` or `db-` and digits, or a UUID as of keys. */
const generated =
  /\b(?:([a-z]{1,8}(?:-[a-z]+)?-)(?:[0-9a-f]{17}|[0-9A-F]{26})|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;

/** What the provider adds to a name that it makes. */
const nameEnd = /-[0-9a-f]{7}\b/g;
