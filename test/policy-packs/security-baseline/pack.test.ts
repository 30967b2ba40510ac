import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";

const pack = path.resolve(__dirname, "../../../policy-packs/security-baseline");

/** Prints what the pack has loaded once it serves; the port stands on the line before. */
const script = `
  require("./main.js");
  setTimeout(() => console.log(JSON.stringify(Object.keys(require.cache))), 200);
`;

it("serves as one compiled file, without ts-node, the policy SDK or a provider's", async () => {
  const child = spawn(process.execPath, ["-e", script], { cwd: pack, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const lines: string[] = [];
    const output = createInterface(child.stdout).on("line", (line) => lines.push(line));
    while (lines.length < 2) await once(output, "line");
    const [first = "", second = ""] = lines;
    const [port, loaded] = first.startsWith("[") ? [second, first] : [first, second];
    expect(Number(port)).toBeGreaterThan(0);
    expect(loaded).toMatch(/foundation-packs\/security-baseline-[0-9a-f]+\.js/);
    expect(loaded).not.toMatch(/node_modules\/(@pulumi|ts-node)\/|\/rules\//);
  } finally {
    child.kill();
  }
});
