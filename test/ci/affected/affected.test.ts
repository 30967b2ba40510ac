import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { affectedSince, everyStack } from "../../../ci/affected/affected";
import { parseNameStatus } from "../../../ci/affected/git";
import { importsOf } from "../../../ci/affected/imports";
import { affectedSchema } from "../../../ci/affected/result";
import { affectedSummary } from "../../../ci/affected/summary";
import { projectRoot } from "../../support/command";

describe("the stacks that a change affects", () => {
  const root = mkdtempSync(path.join(tmpdir(), "foundation-affected-"));
  const at = (file: string) => path.join(root, file);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
      cwd: root,
      encoding: "utf8",
    });
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "a change");
  };
  const names = (base = "main") => affectedSince(base, root).stacks.map(({ stack }) => stack);

  beforeAll(() => {
    const { everyLayer, layers } = importsOf(projectRoot);
    const code = [...everyLayer, ...[...layers.values()].flatMap((files) => [...files])];
    for (const part of [...code, "stacks/environments", "package.json", "package-lock.json"])
      cpSync(path.join(projectRoot, part), at(part), { recursive: true });
    git("init", "--quiet", "--initial-branch", "main");
    commit();
  });
  beforeEach(() => {
    git("checkout", "--quiet", "--force", "-B", "change", "main");
    git("clean", "--quiet", "--force", "-d");
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it("are none where nothing changed", () => {
    const result = affectedSince("main", root);
    expect(result).toMatchObject({ stacks: [], idle: [], gone: [], matrix: { include: [] } });
    expect(affectedSummary(result)).toBe("No stack is affected.");
  });

  it("are those of the environment whose file changed, with what a job needs to preview it", () => {
    appendFileSync(at("stacks/environments/dev.yaml"), "# changed\n");
    writeFileSync(at("README.md"), "changed");
    commit();
    const result = affectedSchema.parse(affectedSince("main", root));
    expect(result.stacks.map(({ stack, reasons }) => [stack, reasons[0]?.file])).toEqual([
      ["dev-network", "stacks/environments/dev.yaml"],
      ["dev-cluster", "stacks/environments/dev.yaml"],
    ]);
    expect(result.idle).toEqual([{ file: "README.md", why: "is documentation" }]);
    expect(result.matrix.include).toEqual([
      {
        environment: "dev",
        stacks: "dev-network dev-cluster",
        region: "eu-west-1",
        planRole: "arn:aws:iam::111122223333:role/foundation-plan-dev",
        backend: "s3://foundation-state-111122223333-eu-west-1/dev?region=eu-west-1",
      },
    ]);
    expect(affectedSummary(result)).toContain(
      "dev-network\n  stacks/environments/dev.yaml is the environment's own file",
    );
  });

  it("are not those of what the base got since", () => {
    writeFileSync(at("README.md"), "ours");
    commit();
    git("checkout", "--quiet", "-B", "base", "main");
    appendFileSync(at("stacks/environments/prod.yaml"), "# theirs\n");
    commit();
    git("checkout", "--quiet", "change");
    expect(names("base")).toEqual([]);
  });

  it("are found before it is committed too, and for new files", () => {
    writeFileSync(at("stacks/environments/staging.yaml"), "# changed\n");
    expect(names()).toEqual(["staging-network", "staging-cluster"]);
    git("checkout", "--quiet", "--force", "change");
    writeFileSync(at("components/cluster/extra.ts"), "export const extra = 1;\n");
    expect(names()).toEqual([]);
    appendFileSync(at("components/cluster/logs.ts"), 'import { extra } from "./extra";\nconsole.log(extra);\n');
    expect(affectedSince("main", root).stacks[0]?.reasons.map(({ file }) => file)).toEqual([
      "components/cluster/logs.ts",
      "components/cluster/extra.ts",
    ]);
  });

  it("are those that imported a deleted file, and of a rename those of both names", () => {
    rmSync(at("components/cluster/logs.ts"));
    const reasons = affectedSince("main", root).stacks.flatMap((stack) => stack.reasons.map(({ why }) => why));
    // The programs cannot be read without it; that it was part of the clusters is known all the same.
    expect(reasons).toContain("is imported by stacks/cluster.ts");
    git("checkout", "--quiet", "--force", "change");
    renameSync(at("stacks/environments/dev.yaml"), at("stacks/environments/development.yaml"));
    commit();
    const renamed = affectedSince("main", root);
    expect(renamed.stacks.map(({ stack }) => stack)).toEqual(["dev-network", "dev-cluster"]);
  });

  it("are all where the programs cannot be read, and the reason says so", () => {
    appendFileSync(at("stacks/network.ts"), 'import "./not-there";\n');
    const [first] = affectedSince("main", root).stacks;
    expect(first?.reasons[0]?.why).toMatch(/cannot be read .*not-there/);
  });

  it("are not touched by an update of what only develops", () => {
    const edit = (file: string, change: (json: Record<string, Record<string, unknown>>) => void) => {
      const json = JSON.parse(readFileSync(at(file), "utf8"));
      change(json);
      writeFileSync(at(file), JSON.stringify(json));
    };
    edit("package.json", (json) => Object.assign(json.devDependencies ?? {}, { vitest: "99.0.0" }));
    edit("package-lock.json", ({ packages }) => {
      Object.assign(Object(packages?.["node_modules/vitest"]), { version: "99.0.0" });
      Object.assign(Object(packages?.[""]).devDependencies, { vitest: "99.0.0" });
    });
    commit();
    expect(affectedSince("main", root)).toMatchObject({
      stacks: [],
      idle: [
        { file: "package-lock.json", why: "differs only in packages that develop and test" },
        { file: "package.json" },
      ],
    });
    edit("package-lock.json", ({ packages }) =>
      Object.assign(Object(packages?.["node_modules/@pulumi/aws"]), { version: "99.0.0" }),
    );
    expect(names()).toHaveLength(6);
  });

  it("names an environment whose file is gone, since nothing deletes its stacks", () => {
    const result = { ...affectedSince("main", root), gone: ["qa"] };
    expect(affectedSummary(result)).toContain("foundation destroy qa is run from the base");
    git("mv", "stacks/environments/dev.yaml", "stacks/environments/qa.yaml");
    commit();
    git("branch", "--force", "with-qa");
    git("rm", "--quiet", "stacks/environments/qa.yaml");
    commit();
    expect(affectedSince("with-qa", root)).toMatchObject({ stacks: [], gone: ["qa"] });
  });

  it("are refused with what helps where there is no such base, or no common commit", () => {
    expect(() => affectedSince("nowhere", root)).toThrow(/no commit "nowhere" here\n.*fetch-depth: 0/);
    expect(() => affectedSince("--output=x", root)).toThrow("no commit");
    git("checkout", "--quiet", "--orphan", "apart");
    commit();
    expect(() => affectedSince("main", root)).toThrow("no common commit");
  });

  it("are all that are asked for by --all", () => {
    const { stacks, matrix } = affectedSchema.parse(everyStack());
    expect(stacks).toHaveLength(6);
    expect(matrix.include.map(({ environment }) => environment)).toEqual(["dev", "prod", "staging"]);
  });
});

it("reads what Git says of names with any letter, renames and copies", () => {
  expect(parseNameStatus("M\0a b\n.ts\0R087\0old\tname\0new\0D\0gone\0A\0made\0C100\0from\0to\0T\0link\0")).toEqual([
    { before: "a b\n.ts", after: "a b\n.ts" },
    { before: "old\tname", after: "new" },
    { before: "gone" },
    { after: "made" },
    { after: "to" },
    { before: "link", after: "link" },
  ]);
});
