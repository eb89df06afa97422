import ts from 'typescript';
import { isExported, isTest, nodesOf, parse, sources } from '../syntax';
import type { Finding, Rule, Tree } from '../tree';

const TABLE = 'app/routes.ts';
const MACHINE_TABLE = 'app/routes/machine/table.ts';
const ROUTE_EXPORTS = new Set(['loader', 'action', 'default', 'meta', 'handle', 'headers', 'ErrorBoundary']);

/** Names a module exports as values, `default` included. */
function exportedNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return ['default'];
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.isTypeOnly ? [] : statement.exportClause.elements.map((element) => element.name.text);
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    if (!ts.isFunctionDeclaration(statement)) return [];
    const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    return [isDefault ? 'default' : (statement.name?.text ?? '')];
  });
}

const routeFiles = (tree: Tree): string[] =>
  sources(tree, /^app\/routes\//)
    .filter(({ fileName }) => !fileName.startsWith('app/routes/machine/') && !isTest(fileName))
    .filter((source) => exportedNames(source).some((name) => ROUTE_EXPORTS.has(name)))
    .map(({ fileName }) => fileName);

/** Strings of the table that name a file, as paths from the root without extension. */
function listedFiles(tree: Tree): string[] {
  const text = tree.get(TABLE);
  if (text === undefined) return [];
  const known = new Set([...tree.keys()].map((path) => path.replace(/\.tsx?$/, '')));
  return nodesOf(parse(TABLE, text), ts.isStringLiteralLike).flatMap(({ text: name }) => {
    const bare = name.replace(/^\.\//, '').replace(/\.tsx?$/, '');
    if (/^routes\//.test(bare)) return [`app/${bare}`];
    return known.has(`app/routes/${bare}`) ? [`app/routes/${bare}`] : [];
  });
}

function unlistedRoutes(tree: Tree): Finding[] {
  const listed = listedFiles(tree);
  const times = (file: string) => listed.filter((each) => each === file.replace(/\.tsx?$/, '')).length;
  return routeFiles(tree)
    .filter((file) => times(file) !== 1)
    .map((file) => ({ file, what: `stands ${times(file)} times in routes.ts` }));
}

function missingRoutes(tree: Tree): Finding[] {
  return listedFiles(tree)
    .filter((file) => !tree.has(`${file}.tsx`) && !tree.has(`${file}.ts`))
    .map((file) => ({ file: TABLE, what: `names ${file}, which does not exist` }));
}

/** Exported values declared as machine handlers. */
function handlersOf(source: ts.SourceFile): ts.VariableDeclaration[] {
  return nodesOf(source, ts.isVariableDeclaration).filter(({ type, parent }) => {
    const isShown = ts.isVariableStatement(parent.parent) && isExported(parent.parent);
    return isShown && type?.getText(source) === 'MachineHandler';
  });
}

function unlistedMachines(tree: Tree): Finding[] {
  const text = tree.get(MACHINE_TABLE) ?? '';
  return sources(tree, /^app\/routes\/machine\//)
    .filter((source) => source.fileName !== MACHINE_TABLE && handlersOf(source).length > 0)
    .flatMap((source) => {
      const file = source.fileName;
      const stem = file.replace(/^.*\//, '').replace(/\.tsx?$/, '');
      return text.split(`/${stem}'`).length === 2
        ? []
        : [{ file, what: 'is not imported exactly once by machine/table.ts' }];
    });
}

/** Local names imported from the wrappers. */
function wrappersOf(source: ts.SourceFile): Set<string> {
  const wrappers = nodesOf(source, ts.isImportDeclaration).filter((node) =>
    /^'~\/web\/handlers/.test(node.moduleSpecifier.getText(source)),
  );
  return new Set(
    wrappers.flatMap((node) => nodesOf(node, ts.isImportSpecifier).map(({ name }) => name.text)),
  );
}

function isWrapped(source: ts.SourceFile, name: string): boolean {
  const declaration = nodesOf(source, ts.isVariableDeclaration).find(
    (node) => node.name.getText(source) === name,
  );
  const value = declaration?.initializer;
  return Boolean(
    value && ts.isCallExpression(value) && wrappersOf(source).has(value.expression.getText(source)),
  );
}

export const routeRules: Rule[] = [
  {
    name: 'routes: every route file stands in routes.ts, once',
    find: unlistedRoutes,
    breaks: {
      'app/routes/public/forgotten.tsx': 'export default function Forgotten() { return null; }',
      'app/routes/public/twice.tsx': 'export const loader = publicLoader(load);',
    },
    keeps: {
      'app/routes.ts':
        "export default [route('', 'routes/public/home.tsx'), route('a', 'routes/public/twice.tsx'), route('b', 'routes/public/twice.tsx')];",
      'app/routes/public/home.tsx': 'export default function Home() { return null; }',
      'app/routes/public/home-card.tsx': 'export function HomeCard() { return null; }',
    },
  },
  {
    name: 'routes: routes.ts names files that exist',
    find: missingRoutes,
    breaks: { 'app/routes.ts': "export default [route('', 'routes/public/gone.tsx')];" },
  },
  {
    name: 'routes: every machine handler stands in machine/table.ts, once',
    find: unlistedMachines,
    breaks: {
      'app/routes/machine/metrics.server.ts': 'export const metrics: MachineHandler = async () => {};',
    },
    keeps: {
      'app/routes/machine/table.ts': "import { health } from './health.server';",
      'app/routes/machine/health.server.ts': 'export const health: MachineHandler = async () => {};',
    },
  },
  {
    name: 'routes: every loader and action is built by a wrapper of web/handlers',
    find: (tree) =>
      sources(tree, /^app\/routes\//)
        .filter(({ fileName }) => !isTest(fileName))
        .flatMap((source) =>
          exportedNames(source)
            .filter((name) => (name === 'loader' || name === 'action') && !isWrapped(source, name))
            .map((name) => ({ file: source.fileName, what: `${name} is not built by a wrapper` })),
        ),
    breaks: {
      'app/routes/public/a.tsx': 'export async function loader() { return null; }',
      'app/routes/public/b.tsx':
        'const publicLoader = (f) => f;\nexport const loader = publicLoader(() => null);',
      'app/routes/public/c.tsx': "import { action } from './d';\nexport { action };",
    },
    keeps: {
      'app/routes/public/e.tsx':
        "import { publicLoader } from '~/web/handlers.server';\nexport const loader = publicLoader(async () => ({}));",
    },
  },
  {
    name: 'routes: no test lies in app/routes',
    find: (tree) =>
      [...tree.keys()]
        .filter((path) => path.startsWith('app/routes/') && isTest(path))
        .map((file) => ({ file, what: 'belongs in tests/web or tests/e2e' })),
    breaks: { 'app/routes/public/home.test.tsx': '' },
    keeps: { 'app/domain/learning/rules/rank.test.ts': '' },
  },
];
