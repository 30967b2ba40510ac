import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chromiumVersion, ensureBrowser } from "../../../tools/browser";
import type { Way } from "../../../tools/install/install";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "foundation-browser-"));
  vi.stubEnv("FOUNDATION_CACHE", path.join(dir, "cache"));
  vi.stubEnv("PATH", path.join(dir, "path"));
  mkdirSync(path.join(dir, "path"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

/** A program that answers as a browser does when it is asked for its version. */
function program(file: string, said: string, code = 0): string {
  writeFileSync(file, `#!/bin/sh\necho '${said}'\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return file;
}

const way = (fill: (bin: string) => void): Way => ({
  ...{ source: "download", name: "a way of the test", announcement: "getting it" },
  check: async () => {},
  run: async (folder) => {
    mkdirSync(path.join(folder, "bin"));
    fill(path.join(folder, "bin"));
  },
});
const never = way(() => {
  throw new Error("nothing is to be got");
});

describe("ensureBrowser", () => {
  it("takes the one on PATH, whatever it is called", async () => {
    const chrome = program(path.join(dir, "path/google-chrome"), "Google Chrome 150.0.1.2");
    expect(await ensureBrowser(() => {}, [never])).toBe(chrome);
    const chromium = program(path.join(dir, "path/chromium"), "Chromium 149.0.0.1 built on Debian");
    expect(await ensureBrowser(() => {}, [never])).toBe(chromium);
  });

  it("does not take a launcher that starts nothing", async () => {
    program(path.join(dir, "path/chromium"), "install the snap first", 1);
    const chrome = program(path.join(dir, "path/google-chrome-stable"), "Google Chrome 150.0.1.2");
    expect(await ensureBrowser(() => {}, [never])).toBe(chrome);
  });

  it("gets one, once, where there is none", async () => {
    let got = 0;
    const good = way((bin) => {
      got++;
      program(path.join(bin, "chromium"), `Chromium ${chromiumVersion.split(".")[0]}.0.1.2`);
    });
    const first = await ensureBrowser(() => {}, [good]);
    expect(first).toBe(path.join(dir, "cache/chromium", chromiumVersion, "bin/chromium"));
    expect(await ensureBrowser(() => {}, [good])).toBe(first);
    expect(got).toBe(1);
  });

  it("says what is missing and what to install where none can be had", async () => {
    const failed = ensureBrowser(() => {}, [never]);
    await expect(failed).rejects.toThrow(
      /no usable Chromium[\s\S]*nothing is to be got[\s\S]*apt-get install chromium/,
    );
  });

  it("does not keep another release than the one that is pinned", async () => {
    const other = way((bin) => program(path.join(bin, "chromium"), "Chromium 1.2.3.4"));
    await expect(ensureBrowser(() => {}, [other])).rejects.toThrow("got version 1.2.3.4 where 153.0.0 was asked for");
  });
});
