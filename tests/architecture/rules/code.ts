import ts from 'typescript';
import { codeAndComments, lineOf, nodesOf, sources } from '../syntax';
import type { Finding, Rule, Tree } from '../tree';

const PLACES = /^(app|prisma|scripts|tests)\//;

const nodeRule = (name: string, is: (node: ts.Node) => boolean, what: string, sample: string): Rule => ({
  name: `code: ${name}`,
  find: (tree) =>
    sources(tree, PLACES).flatMap((source) =>
      nodesOf(source, (node): node is ts.Node => is(node)).map((node) => ({
        file: source.fileName,
        what: `line ${lineOf(source, node)} ${what}`,
      })),
    ),
  breaks: { 'app/platform/planted.ts': sample },
  keeps: { 'app/platform/lawful.ts': 'export const any = (value: unknown) => value !== undefined;' },
});

function inCodeAndComments(tree: Tree, pattern: RegExp, what: string): Finding[] {
  return sources(tree, PLACES)
    .filter(({ text }) => text.search(pattern) >= 0)
    .flatMap((source) =>
      codeAndComments(source)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [{ file: source.fileName, what: `line ${index + 1} ${what}` }] : [],
        ),
    );
}

const isOwnModule = (text: string) => /^(import\()?['"`](~\/|\.)/.test(text);

const mocksOwnModule = (node: ts.Node) =>
  ts.isCallExpression(node) &&
  /^vi\.(mock|doMock|hoistMock)$/.test(node.expression.getText()) &&
  isOwnModule(node.arguments[0]?.getText() ?? '');

export const codeRules: Rule[] = [
  nodeRule(
    'no any',
    (node) => node.kind === ts.SyntaxKind.AnyKeyword,
    'says any',
    'export const all = (rows: any[]) => rows;',
  ),
  nodeRule(
    'no non-null assertion',
    ts.isNonNullExpression,
    'asserts with !',
    'export const first = rows[0]!;',
  ),
  nodeRule(
    'no vi.mock of our own modules',
    mocksOwnModule,
    'mocks our own module',
    "vi.mock('~/platform/mail.server', () => ({}));",
  ),
  {
    name: 'code: the compiler is not silenced',
    find: (tree) => inCodeAndComments(tree, /@ts-(ignore|nocheck|expect-error)/, 'silences the compiler'),
    breaks: { 'app/platform/planted.ts': '// @ts-ignore\nexport const one = 1;' },
    keeps: { 'app/platform/lawful.ts': "export const word = '@ts-ignore';" },
  },
  {
    name: 'code: nothing is left to do',
    find: (tree) => inCodeAndComments(tree, /\b(TODO|FIXME|XXX|HACK)\b/, 'leaves something to do'),
    breaks: { 'app/platform/planted.ts': '/** TODO: later */\nexport const one = 1;' },
    keeps: { 'app/platform/lawful.ts': "export const word = 'TODO';" },
  },
];
