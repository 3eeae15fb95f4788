/** Common: how far apart two words are, for names that were mistyped. */

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, each place
 * touched once.
 *
 * @see Damerau, "A technique for computer detection and correction of spelling errors" (1964)
 */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const above = rows[row - 1]!;
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= b.length; column++) {
      const replaced = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const least = Math.min(replaced, above[column]! + 1, current[column - 1]! + 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(isSwap ? Math.min(least, (rows[row - 2]?.[column - 2] ?? least) + 1) : least);
    }
  }
  return rows[a.length]![b.length]!;
}
