import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteConfigEntry } from '@remix-run/route-config';
import ts from 'typescript';
import routes from '~/routes';
import { machineTable } from '~/routes/machine/table';

export type PageAddress = {
  /** As in the table, such as '/:lang/courses/:course'. */
  pattern: string;
  /** Path of the route's file, from the root of the repository. */
  file: string;
  /** Names of the page's forms ('' where it has one); empty when nothing can be sent there. */
  intents: readonly string[];
  /** A resource without a page of its own. */
  hasPage: boolean;
};

export type MachineAddress = { method: (typeof machineTable)[number][0]; pattern: string };

function flat(entries: readonly RouteConfigEntry[], above = ''): { pattern: string; file: string }[] {
  return entries.flatMap(({ path = '', file, children }) => {
    const pattern = [above, path].filter((part) => part !== '').join('/');
    return children ? flat(children, pattern) : [{ pattern: `/${pattern}`, file: `app/${file}` }];
  });
}

function callsOf(source: ts.SourceFile, name: string): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === name) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** What formAction() and formActions() of a route accept as `intent`. */
function intentsOf(source: ts.SourceFile): string[] {
  const single = callsOf(source, 'formAction').map(() => '');
  const several = callsOf(source, 'formActions').flatMap(({ arguments: [table] }) =>
    table && ts.isObjectLiteralExpression(table)
      ? table.properties.map(({ name }) => name?.getText(source).replace(/^['"]|['"]$/g, '') ?? '')
      : [],
  );
  return [...new Set([...single, ...several])];
}

export const pageAddresses: readonly PageAddress[] = flat(await routes).map(({ pattern, file }) => {
  const source = parse(file);
  return { pattern, file, intents: intentsOf(source), hasPage: /export default /.test(source.text) };
});

export const machineAddresses: readonly MachineAddress[] = machineTable.map(([method, pattern]) => ({
  method,
  pattern,
}));

/** The keys of all z.object({ … }) and .extend({ … }) of a file. */
function keysIn(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      /(^z\.(loose|strict)?[oO]bject|\.extend)$/.test(node.expression.getText(source))
    ) {
      const [shape] = node.arguments;
      if (shape && ts.isObjectLiteralExpression(shape))
        for (const { name } of shape.properties)
          if (name) names.push(name.getText(source).replace(/['"]/g, ''));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

const importsIn = (source: ts.SourceFile): string[] =>
  source.statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  );

/** A route's own file and those beside it that it imports, as paths. */
function filesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const path of importsIn(parse(file)).filter((one) => one.startsWith('.')))
    for (const ending of ['.ts', '.tsx']) filesOf(join(dirname(file), path) + ending, seen);
  return seen;
}

/**
 * Names of every field that the forms of a route may read: keys of the schemas in its own files, and in the inputs of
 * the domains that they call.
 */
export function fieldNames(file: string): string[] {
  const names = new Set<string>(['intent']);
  const files = filesOf(file);
  for (const own of [...files])
    for (const path of importsIn(parse(own))) {
      const domain = /^~\/domain\/([\w-]+)\//.exec(path)?.[1];
      if (domain) files.add(`app/domain/${domain}/inputs.ts`);
    }
  for (const one of files) if (existsSync(one)) for (const name of keysIn(parse(one))) names.add(name);
  return [...names].sort();
}

/** The address with its parameters filled in. */
export const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/:(\w+)|\*/g, (_all, name: string | undefined) => values[name ?? '*'] ?? 'x');
