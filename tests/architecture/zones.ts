/** Where a path lies in the house: `domain` = a domain's root file, `private` = its sub-folders, `root` = app/*.ts. */
export type Zone =
  | 'routes'
  | 'machine'
  | 'web'
  | 'ui'
  | 'domain'
  | 'private'
  | 'platform'
  | 'i18n'
  | 'styles'
  | 'root'
  | 'outside'
  | 'package';

const ZONES: [pattern: RegExp, zone: Zone][] = [
  [/^app\/routes\/machine\//, 'machine'],
  [/^app\/routes\//, 'routes'],
  [/^app\/web\//, 'web'],
  [/^app\/ui\//, 'ui'],
  [/^app\/domain\/[^/]+\/[^/]+$/, 'domain'],
  [/^app\/domain\//, 'private'],
  [/^app\/platform\//, 'platform'],
  [/^app\/i18n\//, 'i18n'],
  [/^app\/styles\//, 'styles'],
  [/^app\/[^/]+$/, 'root'],
  [/^(prisma|scripts|tests|public)\/|^\.\.|^package\.json$/, 'outside'],
];

/** The zone of a path from the root; a bare specifier such as `zod` is a package. */
export function zoneOf(path: string): Zone {
  return ZONES.find(([pattern]) => pattern.test(path))?.[1] ?? 'package';
}

export const domainOf = (path: string): string | undefined => /^app\/domain\/([^/]+)\//.exec(path)?.[1];

/** The `.server` in a name says that the file touches I/O; without it, it is safe anywhere. */
export const isPure = (path: string) => !/\.server(\.tsx?)?$/.test(path);

/** Islands are the only code that runs in the reader's browser. */
export const isIsland = (path: string) => path.startsWith('app/ui/islands/');
