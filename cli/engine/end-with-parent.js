"use strict";
// Loaded into a process that must not outlive the one that started it, however that ends: its stdin closes then.
process.stdin.on("close", () => process.exit()).resume();
