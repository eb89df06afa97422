import ts from 'typescript';
import { sources } from '../syntax';
import type { Rule } from '../tree';

const PLACES = /^(app|scripts|tests|prisma\/seed)\//;
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_WORDS = /^(utils?|helpers?|common|managers?|service|misc)$/;

const segments = (path: string) => path.split('/');
const lastWord = (segment: string) => segment.replace(/\..*$/, '').replace(/^.*-/, '');

function reExports(source: ts.SourceFile): ts.ExportDeclaration[] {
  return source.statements.filter(
    (statement): statement is ts.ExportDeclaration =>
      ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
  );
}

export const nameRules: Rule[] = [
  {
    name: 'names: files and folders are kebab-case',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => PLACES.test(path) && !path.endsWith('/README.md'))
        .filter((path) => !segments(path).every((segment) => KEBAB.test(segment)))
        .map((file) => ({ file, what: 'is not kebab-case' })),
    breaks: { 'app/ui/kit/DataTable.tsx': '', 'app/domain/learning/start_quiz.server.ts': '' },
    keeps: { 'app/ui/kit/data-table.tsx': '', 'app/domain/people/README.md': '', 'app/entry.client.tsx': '' },
  },
  {
    name: 'names: utils, helpers, common, manager, service say nothing',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => PLACES.test(path))
        .filter((path) => segments(path).some((segment) => EMPTY_WORDS.test(lastWord(segment))))
        .map((file) => ({ file, what: 'has a name that says nothing' })),
    breaks: {
      'app/platform/utils.ts': '',
      'app/ui/helpers/text.ts': '',
      'app/domain/people/mail-service.ts': '',
    },
    keeps: { 'app/ui/islands/service-worker.ts': '' },
  },
  {
    name: 'names: no barrels',
    find: (tree) =>
      sources(tree, /^(app|tests|scripts)\//)
        .filter((source) => {
          const passed = reExports(source);
          const isIndex = /\/index\.\w+$/.test(source.fileName);
          return passed.some(({ exportClause }) => isIndex || exportClause === undefined);
        })
        .map(({ fileName }) => ({ file: fileName, what: 're-exports other modules' })),
    breaks: {
      'app/ui/kit/index.ts': "export { Button } from './button';",
      'app/domain/people/types.ts': "export * from './data/rows';",
    },
    keeps: { 'app/ui/kit/table.tsx': "export type { Row } from './row';" },
  },
];
