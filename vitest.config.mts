import { defineConfig } from "vitest/config";

/** Integration tests start real engines, each in a folder of its own: two files at a time is what two cores take. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Texts are compared as they are without colours, wherever the tests run.
          env: { NO_COLOR: "1", FORCE_COLOR: "" },
          include: ["test/**/*.test.ts"],
          exclude: ["test/integration/**"],
          sequence: { groupOrder: 0 },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.ts"],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
