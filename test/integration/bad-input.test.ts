import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { Foundation } from "../support/command";

const foundation = new Foundation();
afterAll(() => foundation.remove());

it("prints a line for each of five mistakes in an environment file, exits 2 and starts nothing", async () => {
  foundation.edit("dev", (yaml) =>
    yaml
      .replace(/^region: .*/m, "region: europe")
      .replace(/^accountId: .*/m, 'accountId: "123"')
      .replace(/cidr: .*/, "cidr: 10.0.0.0/33")
      .replace(/natMode: .*/, "natMode: twice")
      .replace(/^deletionProtection: .*/m, "deletionProtectoin: true"),
  );
  const { code, stderr, stdout } = await foundation.run(["preview", "dev", "--sandbox"]);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  for (const place of ["region", "accountId", "network.cidr", "network.natMode", "deletionProtectoin"]) {
    expect(stderr.split("\n").filter((line) => line.includes(`${place}:`) || line.includes(`${place} `))).toHaveLength(
      1,
    );
  }
  expect(existsSync(foundation.sandbox)).toBe(false);
});

it("prints a line for each mistake in the standard, exits 2 and previews nothing", async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "foundation-bad-")), "standard.yaml");
  writeFileSync(file, "preset: strict\nrules:\n  kms-rotatoin: { level: advisory }\n");
  const { code, stderr, stdout } = await new Foundation().run(["preview", "dev", "--sandbox"], {
    FOUNDATION_STANDARD: file,
  });
  rmSync(path.dirname(file), { recursive: true });
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(`${file}:1 preset: "strict" must be one of starter, standard, regulated`);
  expect(stderr).toContain(`${file}:3 rules.kms-rotatoin: is no setting; did you mean kms-rotation?`);
  expect(stderr).not.toContain("    at ");
});

it.each([
  [
    "an unknown selector lists the known ones",
    ["preview", "dve", "--sandbox"],
    'unknown selector "dve"',
    "staging-cluster",
  ],
  ["up needs a selector", ["up", "--sandbox", "--yes"], "up needs a selector", "foundation up dev"],
  ["up without a terminal needs --yes", ["up", "prod", "--sandbox"], "without a terminal pass --yes", ""],
  ["up outside the sandbox takes one environment", ["up", "network", "--yes"], "takes exactly one environment", ""],
  ["an unknown option", ["preview", "--sandbxo"], "unknown option '--sandbxo'", ""],
])("%s", async (_case, args, first, second) => {
  const { code, stderr } = await new Foundation().run(args);
  expect(code).toBe(2);
  expect(stderr).toContain(first);
  expect(stderr).toContain(second);
});

it("refuses a real account while stand-in providers or a passphrase are set", async () => {
  const { code, stderr } = await new Foundation().run(["preview", "staging"], {
    PULUMI_DEBUG_PROVIDERS: "aws:1",
    PULUMI_CONFIG_PASSPHRASE: "",
  });
  expect(code).toBe(2);
  expect(stderr).toContain("PULUMI_DEBUG_PROVIDERS is set");
  expect(stderr).toContain("PULUMI_CONFIG_PASSPHRASE is set");
});

it("says what is needed where there is no Pulumi login", async () => {
  const home = foundation.sandbox;
  const { code, stderr } = await new Foundation().run(["preview", "staging"], {
    PULUMI_HOME: home,
    PULUMI_ACCESS_TOKEN: "",
  });
  expect(code).toBe(1);
  expect(stderr).toContain("this needs a Pulumi login and AWS credentials");
  expect(stderr).not.toMatch(/^\s+at /m);
});
