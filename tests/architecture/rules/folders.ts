import { PRIVATE_FOLDERS, ROOT_NOUNS } from '../domains';
import { importsOf, isTest, sources } from '../syntax';
import type { Rule } from '../tree';
import { domainOf, isPure, zoneOf } from '../zones';

const mayReachInto = (from: string, domain: string) =>
  domainOf(from) === domain || from.startsWith(`tests/domain/${domain}/`);

/** Modules of Node that compute and touch nothing outside the process. */
const COMPUTING = /^node:(crypto|util|url|path|buffer|querystring|assert|string_decoder)(\/|$)/;

export const folderRules: Rule[] = [
  {
    name: "folders: a domain's sub-folders are private to it",
    find: (tree) =>
      sources(tree, /^(app|prisma|scripts|tests)\//)
        .flatMap(importsOf)
        .filter(({ from, to }) => zoneOf(to) === 'private' && !mayReachInto(from, domainOf(to) ?? ''))
        .map(({ from, to }) => ({ file: from, what: `reaches into ${to}` })),
    breaks: {
      'prisma/seed/learning.ts': "import { insert } from '../../app/domain/learning/data/courses.server';",
    },
    keeps: {
      'tests/domain/learning/rank.test.ts': "import { rank } from '~/domain/learning/rules/rank';",
      'app/domain/learning/enrol.server.ts': "import { insert } from './data/courses.server';",
    },
  },
  {
    name: `folders: a domain holds only ${PRIVATE_FOLDERS.join(', ')}`,
    find: (tree) =>
      [...tree.keys()].flatMap((file) => {
        const folder = /^app\/domain\/[^/]+\/([^/]+)\//.exec(file)?.[1];
        return folder && !PRIVATE_FOLDERS.includes(folder) ? [{ file, what: `lies in ${folder}/` }] : [];
      }),
    breaks: { 'app/domain/learning/lib/rank.ts': '' },
    keeps: { 'app/domain/learning/rules/rank.ts': '', 'app/domain/learning/data/courses.server.ts': '' },
  },
  {
    name: `folders: a domain's root holds use cases and ${ROOT_NOUNS.join(', ')}`,
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => zoneOf(path) === 'domain' && !isTest(path) && !path.endsWith('/README.md'))
        .filter((path) => {
          const stem = path.replace(/^.*\//, '').replace(/\.tsx?$/, '');
          return !ROOT_NOUNS.includes(stem) && !/^[a-z0-9-]+\.server$/.test(stem);
        })
        .map((file) => ({ file, what: 'is neither a use case (verb-noun.server.ts) nor a known noun' })),
    breaks: { 'app/domain/learning/constants.ts': '' },
    keeps: { 'app/domain/learning/inputs.ts': '', 'app/domain/learning/enrol-coach.server.ts': '' },
  },
  {
    name: 'folders: every domain has a README.md of at most 40 lines',
    find: (tree) => {
      const domains = new Set(
        [...tree.keys()].flatMap((path) => (zoneOf(path) === 'domain' ? [domainOf(path) ?? ''] : [])),
      );
      return [...domains].flatMap((domain) => {
        const file = `app/domain/${domain}/README.md`;
        const text = tree.get(file);
        if (text === undefined) return [{ file, what: 'is missing' }];
        const lines = text.trimEnd().split('\n').length;
        return lines > 40 ? [{ file, what: `has ${lines} lines` }] : [];
      });
    },
    breaks: {
      'app/domain/learning/inputs.ts': '',
      'app/domain/media/README.md': 'word\n'.repeat(41),
    },
    finds: ['app/domain/learning/README.md', 'app/domain/media/README.md'],
    keeps: { 'app/domain/people/README.md': '# People' },
  },
  {
    name: 'folders: rules/ are pure',
    find: (tree) =>
      sources(tree, /^app\/domain\/[^/]+\/rules\//)
        .filter(({ fileName }) => !isTest(fileName))
        .flatMap((source) => [
          ...(isPure(source.fileName) ? [] : [{ file: source.fileName, what: 'is named .server' }]),
          ...importsOf(source)
            .filter(({ to, typeOnly }) =>
              to.startsWith('node:')
                ? !COMPUTING.test(to)
                : to.startsWith('app/platform/db') || (!isPure(to) && !typeOnly),
            )
            .map(({ from, to }) => ({ file: from, what: `imports ${to}` })),
        ]),
    breaks: {
      'app/domain/learning/rules/rank.ts': "import { readFileSync } from 'node:fs';",
      'app/domain/learning/rules/sum.ts': "import { list } from '../data/courses.server';",
      'app/domain/learning/rules/mark.server.ts': '',
    },
    keeps: { 'app/domain/learning/rules/pass.ts': "import type { Answer } from '../inputs';" },
  },
  {
    name: 'folders: a file without .server touches no I/O',
    find: (tree) =>
      sources(tree, /^app\/(domain|platform|ui|i18n)\//)
        .filter(({ fileName }) => isPure(fileName) && !isTest(fileName))
        .flatMap(importsOf)
        .filter(
          ({ to, typeOnly }) => !typeOnly && (to.startsWith('node:') ? !COMPUTING.test(to) : !isPure(to)),
        )
        .map(({ from, to }) => ({ file: from, what: `imports ${to}, so its own name needs .server` })),
    breaks: {
      'app/domain/learning/inputs.ts': "import { enrolCoach } from './enrol-coach.server';",
      'app/platform/logger.ts': "import { hostname } from 'node:os';",
    },
    keeps: {
      'app/platform/context.ts': "import type { Jobs } from './jobs.server';",
      'app/platform/storage.server.ts': "import { open } from 'node:fs/promises';",
    },
  },
];
