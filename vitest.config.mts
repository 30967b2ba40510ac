import { defineConfig } from "vitest/config";

/** Texts are compared as they are without colours, wherever the tests run. */
const env = { NO_COLOR: "1", FORCE_COLOR: "" };

/** Integration tests start real engines, each in a folder of its own, and wait for them: three files at a time keep two cores busy. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          env,
          include: ["test/**/*.test.ts"],
          exclude: ["test/integration/**", "test/policy-packs/**", "test/review/gallery/**"],
          sequence: { groupOrder: 0 },
          testTimeout: 20_000,
        },
      },
      {
        // Rules are functions without a state: a file for each, and one load of what they share for all.
        test: {
          name: "policies",
          env,
          include: ["test/policy-packs/**/*.test.ts"],
          isolate: false,
          sequence: { groupOrder: 0 },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts", "test/review/gallery/**/*.test.ts"],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
