import type { Finding, Rule, Tree } from '../tree';

/** Folders that exist on one machine only; a path after a word or a slash is an address or a relative path. */
const MACHINE_PATH =
  /(?<![\w.~:/})-])\/(home|root|Users|work|tmp|private|workspace|mnt)\/[\w.-]|\b[A-Z]:\\Users\\/;
const PACKAGE_HOST =
  /\b(registry\.(npmjs|yarnpkg)\.(org|com)|registry\.npmmirror\.com|npm\.pkg\.github\.com|(deb|security|archive)\.(debian|ubuntu)\.(org|com)|pypi\.org|files\.pythonhosted\.org|proxy\.golang\.org)\b/;
const OUTSIDE = /\.\.\/shared\b/;
const RESOLVED = /"resolved": "(https?|file):/;
const DOCUMENT = /(?<![\w/.-])([\w-]+\.md)\b/g;

function linesMatching(tree: Tree, pattern: RegExp, what: string): Finding[] {
  return [...tree]
    .filter(([, text]) => pattern.test(text))
    .flatMap(([file, text]) =>
      text
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [{ file, what: `line ${index + 1} ${what}` }] : [])),
    );
}

function unknownDocuments(tree: Tree): Finding[] {
  const known = new Set([...tree.keys()].map((path) => path.replace(/^.*\//, '')));
  return [...tree]
    .filter(
      ([path]) => path !== 'package-lock.json' && /\.(tsx?|mts|mjs|js|css|md|prisma|sql|json)$/.test(path),
    )
    .flatMap(([file, text]) =>
      [...text.matchAll(DOCUMENT)]
        .filter(([, name = '']) => name !== 'README.md' && !known.has(name))
        .map(([, name]) => ({ file, what: `speaks of ${name}, which the repository does not hold` })),
    );
}

/** Spelled in parts, so that this file itself holds none of what it forbids. */
const spelled = (...parts: string[]) => parts.join('');

export const itselfRules: Rule[] = [
  {
    name: 'itself: no path of one machine',
    find: (tree) => linesMatching(tree, MACHINE_PATH, 'names a path of one machine'),
    breaks: {
      'scripts/start.mjs': `const clone = '${spelled('/ho', 'me/someone/shihan')}';`,
      'README.md': `Logs lie in ${spelled('/t', 'mp/shihan')}.`,
    },
    keeps: {
      'app/web/paths.ts': 'export const home = (lang: string) => `/${lang}/home/`; // see app/root/x',
    },
  },
  {
    name: 'itself: no host of a package registry',
    find: (tree) => [
      ...linesMatching(tree, PACKAGE_HOST, 'names a package host'),
      ...linesMatching(tree, RESOLVED, 'pins a download address'),
    ],
    breaks: {
      'package-lock.json': `{ "url": "${spelled('https://regis', 'try.npm', 'js.org/zod')}" }`,
      '.npmrc': spelled('registry=https://regis', 'try.npm', 'js.org'),
    },
    keeps: { 'package.json': '{ "homepage": "https://example.org" }' },
  },
  {
    name: 'itself: nothing outside the repository',
    find: (tree) => linesMatching(tree, OUTSIDE, 'looks outside the repository'),
    breaks: { 'prisma/seed/terms.ts': `readFileSync('${spelled('../', 'shared/data/terms.json')}');` },
    keeps: { 'prisma/seed/data.ts': "readFileSync('./data/terms.json');" },
  },
  {
    name: 'itself: every document it speaks of lies in it',
    find: unknownDocuments,
    breaks: { 'app/platform/clock.ts': `/** See ${spelled('nowhere.', 'md')}. */` },
    keeps: {
      'app/web/paths.ts': `/** See ${spelled('words.', 'md')}. */`,
      'app/domain/lexicon/words.md': '# Words',
    },
  },
];
