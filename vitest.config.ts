/** How vitest runs the tests: two processes at most, and what takes minutes only when it is asked for. */

import { defineConfig } from "vitest/config";

const ON_DEMAND = ["test/browser", "test/copy"];
const notAsked = ON_DEMAND.filter(
  (folder) => !process.argv.some((argument) => argument.includes(folder)),
);

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: notAsked.map((folder) => `${folder}/**`),
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
