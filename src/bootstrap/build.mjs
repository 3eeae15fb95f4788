/** `npm run build`: compiles the library anew, whatever stands in dist. */

import { library } from "./build-library.mjs";
import { reportAndFail } from "./failure.mjs";
import { withProgress } from "./progress.mjs";
import { withSetupLock } from "./setup-lock.mjs";
import { setStamp } from "./stamps.mjs";

// Two builds at once would write into the same folder.
withSetupLock(async () => {
  await withProgress(library.name, library.text, library.work);
  setStamp(library.name, library.key());
}).catch(reportAndFail);
