import ts from 'typescript';
import { isTest, linesOf, nodesOf, sources } from '../syntax';
import type { Finding, Rule, Tree } from '../tree';
import { zoneOf } from '../zones';

const LIMIT = { file: 250, function: 40, component: 80, folder: 20, domainRoot: 18 };

const CODE_PLACES = /^(app|scripts|tests|prisma\/seed)(\/|\.ts$)/;
const DATA = /(^prisma\/seed\/data\/|\.json$|\.md$)/;
const SIZED = /\.(tsx?|mts|mjs|js|css)$/;

function longFiles(tree: Tree): Finding[] {
  return [...tree]
    .filter(([path]) => CODE_PLACES.test(path) && SIZED.test(path) && !DATA.test(path))
    .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LIMIT.file)
    .map(({ file, lines }) => ({ file, what: `has ${lines} lines` }));
}

type Sized = { name: string; limit: number };
type FunctionNode = ts.FunctionLikeDeclaration;

const isFunction = (node: ts.Node): node is FunctionNode =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** The call a callback is handed to, such as `describe` or `test.each`. */
function calledBy(node: FunctionNode): string {
  return ts.isCallExpression(node.parent) ? node.parent.expression.getText() : '';
}

function nameOf(node: FunctionNode): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return calledBy(node) || 'a function';
}

/** A suite may be as long as its file; a test case has the budget of a component. */
function budgetOf(path: string, node: FunctionNode): Sized {
  const name = nameOf(node);
  const inTests = isTest(path) || path.startsWith('tests/');
  if (inTests && /^(test\.)?describe\b/.test(calledBy(node))) return { name, limit: LIMIT.file };
  if (inTests && /^(test|it)\b/.test(calledBy(node))) return { name, limit: LIMIT.component };
  const isComponent = path.endsWith('.tsx') && /^[A-Z]/.test(name);
  return { name, limit: isComponent ? LIMIT.component : LIMIT.function };
}

function longFunctions(tree: Tree): Finding[] {
  return sources(tree, CODE_PLACES)
    .filter(({ fileName }) => !DATA.test(fileName))
    .flatMap((source) =>
      nodesOf(source, isFunction)
        .map((node) => ({ ...budgetOf(source.fileName, node), lines: linesOf(source, node) }))
        .filter(({ lines, limit }) => lines > limit)
        .map(({ name, lines, limit }) => ({
          file: source.fileName,
          what: `${name} has ${lines} lines of ${limit}`,
        })),
    );
}

function fullFolders(tree: Tree, counts: (path: string) => boolean, limit: number): Finding[] {
  const sizes = new Map<string, number>();
  for (const path of tree.keys()) {
    if (!counts(path)) continue;
    const folder = path.replace(/\/[^/]+$/, '');
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  return [...sizes]
    .filter(([, size]) => size > limit)
    .map(([file, size]) => ({ file, what: `holds ${size} files of ${limit}` }));
}

const isFolderFile = (path: string) =>
  CODE_PLACES.test(path) &&
  path.includes('/') &&
  !DATA.test(path) &&
  (path.startsWith('tests/') || !isTest(path));

const repeated = (times: number, line: string) => `${line}\n`.repeat(times);
const manyFiles = (times: number, stem: string, ending: string) =>
  Object.fromEntries(Array.from({ length: times }, (_each, index) => [`${stem}${index}${ending}`, '']));

export const sizeRules: Rule[] = [
  {
    name: `sizes: a file has at most ${LIMIT.file} lines`,
    find: longFiles,
    breaks: {
      'app/platform/long.ts': repeated(251, '// line'),
      'app/styles/long.css': repeated(251, '/* line */'),
    },
    keeps: {
      'app/platform/full.ts': repeated(250, '// line'),
      'app/i18n/messages/ru/people.json': repeated(400, '{}'),
      'prisma/seed/data/terms.json': repeated(400, '{}'),
    },
  },
  {
    name: `sizes: a function has at most ${LIMIT.function} lines, a component ${LIMIT.component}`,
    find: longFunctions,
    breaks: {
      'app/platform/long.ts': `export function long() {\n${repeated(39, '  go();')}}`,
      'app/platform/arrow.ts': `export const long = () => {\n${repeated(39, '  go();')}};`,
      'app/ui/kit/long.tsx': `export function Long() {\n${repeated(79, '  go();')}}`,
      'tests/web/long.test.ts': `test('x', () => {\n${repeated(79, '  go();')}});`,
    },
    keeps: {
      'app/platform/full.ts': `export function full() {\n${repeated(38, '  go();')}}`,
      'app/ui/kit/full.tsx': `export function Full() {\n${repeated(78, '  go();')}}`,
      'tests/web/suite.test.ts': `describe('x', () => {\n${repeated(100, '  go();')}});`,
    },
  },
  {
    name: `sizes: a folder holds at most ${LIMIT.folder} files`,
    find: (tree) => fullFolders(tree, isFolderFile, LIMIT.folder),
    breaks: manyFiles(21, 'app/ui/kit/part-', '.tsx'),
    finds: ['app/ui/kit'],
    keeps: { ...manyFiles(20, 'app/ui/shell/part-', '.tsx'), 'app/ui/shell/part.test.tsx': '' },
  },
  {
    name: `sizes: a domain's root holds at most ${LIMIT.domainRoot} files`,
    find: (tree) =>
      fullFolders(tree, (path) => zoneOf(path) === 'domain' && isFolderFile(path), LIMIT.domainRoot),
    breaks: manyFiles(19, 'app/domain/learning/do-part-', '.server.ts'),
    finds: ['app/domain/learning'],
    keeps: {
      ...manyFiles(18, 'app/domain/people/do-part-', '.server.ts'),
      'app/domain/people/README.md': '',
    },
  },
];
