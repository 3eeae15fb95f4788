/** Kernel: how long a check may take in the notebook, where no process stands between it and a loop. */

/**
 * Milliseconds. The longest checks of the course train networks for about two seconds; a slow
 * machine may take several times as long, and nobody wants to wait longer for an endless loop.
 */
export const CHECK_LIMIT: number = 15_000;
