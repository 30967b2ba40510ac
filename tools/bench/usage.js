"use strict";
// Loaded into every Node.js process of a measured command: writes what the process used when it ends.
const { mkdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const dir = process.env.BENCH_USAGE_DIR;
  mkdirSync(dir, { recursive: true });
  const usage = { maxRssMiB: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000, main: process.argv[1] ?? "" };
  writeFileSync(path.join(dir, `${process.pid}.json`), JSON.stringify(usage));
});
