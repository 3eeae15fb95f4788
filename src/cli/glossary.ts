/** `gradus glossary`: writes the page of the course's terms. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type CommandDef, defineCommand } from "citty";
import { writeWhole } from "../common/write-whole.js";
import { serializeNotebook } from "../notebook/notebook.js";
import { GLOSSARY } from "../syllabus/glossary.js";
import { CommandError } from "./command-error.js";
import { glossaryPage } from "./glossary-page.js";
import { notebookFiles, ROOT, readNotebook, shown } from "./notebook-files.js";

/** Where the page stands. */
export const GLOSSARY_FILE: string = join(ROOT, "notebooks", "glossary.ipynb");

/** The text of the page's file, from the terms and the lectures as they are. */
export function glossaryText(): string {
  const lectures = notebookFiles([], ["notebooks"])
    .filter((file) => basename(file) !== basename(GLOSSARY_FILE))
    .map(readNotebook);
  return serializeNotebook(glossaryPage(GLOSSARY, lectures));
}

const ARGUMENTS = {
  check: { type: "boolean", description: "Write nothing; fail if the page is out of date." },
} as const;

/** The command, for src/cli/main.ts. */
export const glossaryCommand: CommandDef<typeof ARGUMENTS> = defineCommand({
  meta: { name: "glossary", description: "Write the glossary's page from its terms." },
  args: ARGUMENTS,
  run({ args }) {
    const text = glossaryText();
    if (args.check === true) {
      if (readFileSync(GLOSSARY_FILE, "utf8") === text) return;
      throw new CommandError(`${shown(GLOSSARY_FILE)} is out of date; run gradus glossary.`);
    }
    writeWhole(GLOSSARY_FILE, text);
    console.log(`wrote ${shown(GLOSSARY_FILE)}, ${GLOSSARY.length} terms`);
  },
});
