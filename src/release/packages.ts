/** Release: package.json and its lock file, cut down to what a student's copy uses. */

/** The part of package.json that is read here; the rest goes along as it is. */
export interface Manifest {
  readonly [field: string]: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The part of package-lock.json that is read here. */
export interface Lock {
  readonly [field: string]: unknown;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly [field: string]: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
}

/** Commands of package.json that a student's copy keeps. */
const SCRIPTS: readonly string[] = ["start", "test", "build"];

/**
 * The manifest with the packages that are used, and without what only authors need.
 *
 * @param isUsed - whether the copy uses a package
 */
export function studentManifest(manifest: Manifest, isUsed: (name: string) => boolean): Manifest {
  const used = (packages: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(packages).filter(([name]) => isUsed(name)));
  const { optionalDependencies: _, typesVersions: __, ...rest } = manifest;
  const { "./reference": ___, ...entries } = manifest["exports"] as Record<string, unknown>;
  const scripts = Object.entries(manifest["scripts"] as Record<string, string>);
  return {
    ...rest,
    exports: entries,
    scripts: Object.fromEntries(scripts.filter(([name]) => SCRIPTS.includes(name))),
    dependencies: used(manifest.dependencies),
    devDependencies: used(manifest.devDependencies),
  };
}

/** The lock file for that manifest: the same versions, and no package that nothing needs. */
export function studentLock(lock: Lock, manifest: Manifest): Lock {
  const { optionalDependencies: _, ...root } = lock.packages[""] ?? {};
  const { dependencies, devDependencies } = manifest;
  const packages: Lock["packages"] = {
    ...lock.packages,
    "": { ...root, dependencies, devDependencies },
  };
  const needed = new Set([""]);
  const queue = Object.keys({ ...dependencies, ...devDependencies }).map((name) => ["", name]);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [from, name] = next as [string, string];
    const path = resolved(packages, from, name);
    if (path === undefined || needed.has(path)) continue;
    needed.add(path);
    for (const each of needsOf(packages[path])) queue.push([path, each]);
  }
  const kept = Object.entries(packages).filter(([path]) => needed.has(path));
  return { ...lock, packages: Object.fromEntries(kept) };
}

/** Where Node finds a package that is asked for from a place: there, or further up. */
function resolved(packages: Lock["packages"], from: string, name: string): string | undefined {
  for (let place = from; ; place = parentOf(place)) {
    const path = place === "" ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (place === "") return undefined;
  }
}

function parentOf(place: string): string {
  const at = place.lastIndexOf("/node_modules/");
  return at < 0 ? "" : place.slice(0, at);
}

function needsOf(locked: LockedPackage | undefined): string[] {
  if (locked === undefined || locked.link === true) return [];
  const { dependencies, optionalDependencies, peerDependencies } = locked;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}
