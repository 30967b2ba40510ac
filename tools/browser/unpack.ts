import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { lastLines, run } from "../install/process";

/**
 * Makes a program of the archive of @sparticuz/chromium in `bin`: the executable, and beside it the libraries and fonts that a
 * small system does not have.
 */
export async function unpack(archive: string, bin: string): Promise<void> {
  await tar(["-xzf", archive, "-C", bin, "--strip-components=2", "package/bin"]);
  const [parts, inner] = [path.join(bin, "parts"), path.join(bin, "headless-shell")];
  await mkdir(parts);
  await decompress(path.join(bin, "chromium.br"), inner, 0o755);
  for (const name of ["al2023", "swiftshader", "fonts"]) {
    const file = path.join(bin, `${name}.tar`);
    await decompress(path.join(bin, `${name}.tar.br`), file, 0o644);
    await tar(["-xf", file, "-C", parts]);
    await rm(file);
  }
  await writeFile(path.join(bin, "chromium"), launcher, { mode: 0o755 });
  await rm(path.join(parts, "fonts.conf"), { force: true });
}

/** Its own libraries come last, and its fonts only where the system has none. */
const launcher = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/parts/lib:$here/parts"
if [ ! -e /etc/fonts/fonts.conf ]; then
  printf '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>%s</dir></fontconfig>' "$here/parts/fonts" > "$here/parts/fonts.conf"
  export FONTCONFIG_FILE="$here/parts/fonts.conf"
fi
exec "$here/headless-shell" "$@"
`;

async function decompress(from: string, to: string, mode: number): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
  await rm(from);
}

async function tar(args: readonly string[]): Promise<void> {
  const { code, stderr } = await run("tar", args);
  if (code !== 0) throw new Error(`tar ended with code ${code}: ${lastLines(stderr)}`);
}
