import { rm } from "node:fs/promises";
import path from "node:path";
import type { Way } from "../install/install";
import { lastLines, run } from "../install/process";
import { engineVersion } from "./cache";

const installer = "https://get.pulumi.com/install.sh";
/** A closed network answers at once or never; a slow one answers a HEAD request within this. */
const probeTimeoutMs = 5_000;
/** The archive has about 150 MB. */
const downloadTimeoutMs = 10 * 60_000;

/** Runs in a process of its own, because the SDK's installer can neither be cancelled nor given an environment. */
const installScript = `
const [version, root] = process.argv.slice(1);
const { PulumiCommand } = require("@pulumi/pulumi/automation");
const { parse } = require("semver");
PulumiCommand.install({ version: parse(version), root, skipVersionCheck: true }).catch((error) => {
  console.error(error.message);
  process.exit(1);
});`;

/** The official distribution, with the official Node.js language host. */
export const officialDownload: Way = {
  source: "download",
  name: "download from get.pulumi.com",
  announcement: `downloading Pulumi CLI ${engineVersion} (about 150 MB, once)`,
  check: async () => {
    const response = await fetch(installer, { method: "HEAD", signal: AbortSignal.timeout(probeTimeoutMs) });
    if (!response.ok) throw new Error(`${installer} answers ${response.status} ${response.statusText}`);
  },
  run: async (folder) => {
    // The installer runs the CLI, which writes logs into its home folder.
    const home = path.join(folder, "home");
    const env = { ...process.env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const { code, stdout, stderr } = await run(process.execPath, ["-e", installScript, engineVersion, folder], {
      cwd: __dirname,
      env,
      timeoutMs: downloadTimeoutMs,
    });
    if (code !== 0) throw new Error(lastLines(stderr || stdout));
    await rm(home, { recursive: true, force: true });
  },
};
