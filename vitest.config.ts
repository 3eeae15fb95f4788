/** How vitest runs the tests: two processes at most, and the browser test only when it is asked for. */

import { defineConfig } from "vitest/config";

const browserAsked = process.argv.some((argument) => argument.includes("test/browser"));

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: browserAsked ? [] : ["test/browser/**"],
    // tfjs-node takes 400 MB in each process.
    pool: "forks",
    maxWorkers: 2,
    // Room for a busy machine; nothing here measures time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Tests never write the learner's progress; those of progress name a file of their own.
    env: { GRADUS_PROGRESS: "off" },
  },
});
