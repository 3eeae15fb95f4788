/** Kernel: the course's functions as `own` lends them, for everything but the check they answer. */

/** The exercise whose check is running; null between checks. */
let checked: string | null = null;

/** Runs a check; what is lent from its exercise refuses to answer it. */
export function whileChecking<T>(id: string, run: () => T): T {
  const before = checked;
  checked = id;
  try {
    return run();
  } finally {
    checked = before;
  }
}

/** The course's function under a name, without its text, for other exercises and for figures. */
export function lent<A extends never[], R>(
  id: string,
  name: string,
  answer: (...args: A) => R,
): (...args: A) => R {
  return (...args) => {
    if (checked !== id) return answer(...args);
    throw new Error(`this ${name} is the course's, lent by own("${id}", …). Write your own`);
  };
}
