"use strict";
// Loaded into every Node.js process of a measured command: writes what the process used when it ends.
const { existsSync, mkdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");

// Policy packs run in their own folders, and until they are told to end.
const pack = existsSync("PulumiPolicy.yaml");
if (pack) process.on("SIGTERM", () => process.exit());

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const dir = process.env.BENCH_USAGE_DIR;
  mkdirSync(dir, { recursive: true });
  const usage = {
    maxRssMiB: maxRSS / 1024,
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    main: process.argv[1] ?? "",
    pack,
  };
  writeFileSync(path.join(dir, `${process.pid}.json`), JSON.stringify(usage));
});
