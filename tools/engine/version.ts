import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { lastLines, run } from "../install/process";

/**
 * What `pulumi version` answers, without the leading v.
 *
 * The CLI writes a log into its home folder at every call: it gets a temporary one, so that the user's own stays as it is.
 *
 * @throws Error with the CLI's last words where it does not run or does not answer with a version.
 */
export async function versionOf(executable: string): Promise<string> {
  const home = await mkdtemp(path.join(os.tmpdir(), "foundation-pulumi-home-"));
  try {
    const env = { ...process.env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" };
    const { code, stdout, stderr } = await run(executable, ["version"], { env, timeoutMs: 30_000 });
    const version = /^v?(\d+\.\d+\.\d+\S*)$/m.exec(stdout.trim())?.[1];
    if (code === 0 && version) return version;
    throw new Error(`${executable} version ended with code ${code}: ${lastLines(stderr || stdout)}`);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
