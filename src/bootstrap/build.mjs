/** `npm run build`: compiles the library anew, whatever stands in dist. */

import { library } from "./build-library.mjs";
import { reportAndFail } from "./failure.mjs";
import { withProgress } from "./progress.mjs";
import { setStamp } from "./stamps.mjs";

withProgress(library.name, library.text, library.work)
  .then(() => setStamp(library.name, library.key()))
  .catch(reportAndFail);
