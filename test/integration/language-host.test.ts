import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureEngine } from "../../tools/engine";
import { finished, PulumiProject } from "../support/pulumi-project";

/** Our host is what is tested here, even on a machine with the official one. */
const ownHost = path.resolve(__dirname, "../../tools/engine/language-host/bin");
const tsconfig = JSON.stringify({
  compilerOptions: { noCheck: true, module: "nodenext", moduleResolution: "nodenext", rootDir: ".." },
});
const program = `
import * as pulumi from "@pulumi/pulumi";
const config = new pulumi.Config();
new pulumi.ComponentResource("trial:index:Box", "one", { size: 3 });
new pulumi.ComponentResource("greeting:index:Greeting", "hello", { text: "hi" }, {}, true);
console.log("printed by the program");
export const stack = pulumi.getStack();
export const project = pulumi.getProject();
export const folder = process.cwd().split("/").at(-1);
export const size = config.requireNumber("size");
export const token = config.requireSecret("token");
export const stackTraces = Error.stackTraceLimit;
`;
const provider = `
import * as pulumi from "@pulumi/pulumi";
export interface GreetingArgs { text: pulumi.Input<string>; }
export class Greeting extends pulumi.ComponentResource {
  readonly loud: pulumi.Output<string>;
  constructor(name: string, args: GreetingArgs, options?: pulumi.ComponentResourceOptions) {
    super("greeting:index:Greeting", name, args, options);
    this.loud = pulumi.output(args.text).apply((text) => text.toUpperCase());
    this.registerOutputs({ loud: this.loud });
  }
}
`;
const pack = (level: string) => `
const facts = () => [pulumi.getProject(), pulumi.getStack(), new pulumi.Config("trial").get("size"), pulumi.runtime.isDryRun()];
new PolicyPack("trial-pack", { policies: [{
  name: "no-box", description: "No boxes.", enforcementLevel: "${level}",
  validateResource: (args, report) => {
    if (args.type === "trial:index:Box") report("a box where project, stack, size, preview are " + facts().join(", "));
  },
}] });
`;
const inJavaScript = `const pulumi = require("@pulumi/pulumi");\nconst { PolicyPack } = require("@pulumi/policy");`;
const inTypeScript = `import * as pulumi from "@pulumi/pulumi";\nimport { PolicyPack } from "@pulumi/policy";`;
const files = {
  "project/Pulumi.yaml": `
name: trial
runtime: { name: nodejs, options: { nodeargs: --stack-trace-limit=7 } }
main: ../program/index.ts
plugins: { providers: [{ name: greeting, path: ../provider }] }
`,
  "program/package.json": JSON.stringify({ name: "trial-program", dependencies: { zod: "*" } }),
  "program/tsconfig.json": tsconfig,
  "program/index.ts": program,
  "provider/PulumiPlugin.yaml": "runtime: nodejs\n",
  "provider/package.json": JSON.stringify({ name: "greeting", version: "0.0.1", main: "index.ts" }),
  "provider/tsconfig.json": tsconfig,
  "provider/index.ts": provider,
  "pack/PulumiPolicy.yaml": "runtime: { name: nodejs, options: { typescript: false } }\n",
  "pack/package.json": JSON.stringify({ name: "trial-pack", version: "0.0.1", main: "main.js" }),
  "pack/main.js": inJavaScript + pack("advisory"),
  "typed-pack/PulumiPolicy.yaml": "runtime: nodejs\n",
  "typed-pack/package.json": JSON.stringify({ name: "typed-pack", version: "0.0.1", main: "index.ts" }),
  "typed-pack/tsconfig.json": tsconfig,
  "typed-pack/index.ts": inTypeScript + pack("mandatory"),
};

let project: PulumiProject;
beforeAll(async () => {
  const engine = await ensureEngine(console.log);
  const beside = engine.source === "built" ? [path.dirname(engine.executable)] : [];
  project = new PulumiProject(engine.executable, [...beside, ownHost], files);
  await project.pulumi("stack", "init", "dev");
  await project.pulumi("config", "set", "size", "3");
  await project.pulumi("config", "set", "--secret", "token", "s3cret");
});
afterAll(() => project?.remove());
beforeEach(() => project.write("program/index.ts", program));

describe("with our language host", () => {
  it("a program beside its project, a policy pack and a component provider work", async () => {
    const preview = await project.pulumi("preview", "--policy-pack", "../pack");
    expect(preview).toMatchObject({ code: 0 });
    expect(preview.output).toContain("printed by the program");
    expect(preview.output).toContain("a box where project, stack, size, preview are trial, dev, 3, true");
    expect(preview.output).toMatch(/\+\s+greeting:index:Greeting\s+hello\s+create/);

    const up = await project.pulumi("up", "--yes", "--skip-preview", "--policy-pack", "../pack");
    expect(up).toMatchObject({ code: 0 });
    expect(up.output).toContain("a box where project, stack, size, preview are trial, dev, 3, false");
    expect(up.output).not.toContain("warning");

    const { output } = await project.pulumi("stack", "output", "--json");
    expect(JSON.parse(output)).toEqual({
      stack: "dev",
      project: "trial",
      folder: "program",
      size: 3,
      token: "[secret]",
      stackTraces: 7,
    });
    const state = readFileSync(path.join(project.root, "state/.pulumi/stacks/trial/dev.json"), "utf8");
    expect(JSON.parse(state).checkpoint.latest.resources).toContainEqual(
      expect.objectContaining({ type: "greeting:index:Greeting", outputs: { loud: "HI" } }),
    );

    expect((await project.pulumi("preview", "--expect-no-changes")).code).toBe(0);
  });

  it("a pack in TypeScript stops what it forbids", async () => {
    const { code, output } = await project.pulumi("preview", "--policy-pack", "../typed-pack");
    expect(output).toMatch(/\[mandatory\]\s+no-box/);
    expect(code).not.toBe(0);
  });

  it("a program's own error is shown once", async () => {
    project.write("program/index.ts", 'throw new Error("the subnet is too small");');
    const { code, output } = await project.pulumi("preview", "--suppress-progress");
    expect(code).not.toBe(0);
    expect(output.slice(output.indexOf("Diagnostics:")).match(/the subnet is too small/g)).toHaveLength(1);
    expect(output).not.toContain("exited with code");
  });

  it("a program that ends by itself fails with its exit code", async () => {
    project.write("program/index.ts", "process.exit(3);");
    const { code, output } = await project.pulumi("preview");
    expect(code).not.toBe(0);
    expect(output).toContain("program exited with code 3");
  });

  it("a provider without its dependencies is told to install them", async () => {
    const bare = mkdtempSync(path.join(os.tmpdir(), "foundation-bare-"));
    writeFileSync(path.join(bare, "PulumiPlugin.yaml"), "runtime: nodejs\n");
    const { code, output } = await project.pulumi("package", "get-schema", bare);
    rmSync(bare, { recursive: true });
    expect(code).not.toBe(0);
    expect(output).toContain(`there is no @pulumi/pulumi for ${bare}: run npm install there`);
  });

  it("pulumi about names the language and the dependencies", async () => {
    const { code, output } = await project.pulumi("about");
    expect(code).toBe(0);
    expect(output).toContain(process.version);
    expect(output).toMatch(/zod\s+4\./);
  });

  it.each(["SIGINT", "SIGKILL"] as const)("a program never outlives an engine that gets %s", async (signal) => {
    const pidFile = path.join(project.root, `pid-${signal}`);
    project.write(
      "program/index.ts",
      `require("fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    const engine = project.start("preview");
    const end = finished(engine);
    await until(() => existsSync(pidFile) && readFileSync(pidFile, "utf8") !== "");
    const pid = Number(readFileSync(pidFile, "utf8"));
    expect(runs(pid)).toBe(true);
    engine.kill(signal);
    await until(() => !runs(pid));
    await end;
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not within 30 s: ${condition}`);
    await delay(50);
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
