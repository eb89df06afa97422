import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Names of every field that some use case reads: the keys of all z.object({ … }) in the domains' inputs. */
export function fieldNames(): string[] {
  const names = new Set<string>(['intent']);
  for (const domain of readdirSync('app/domain')) {
    const file = `app/domain/${domain}/inputs.ts`;
    if (!existsSync(file)) continue;
    const source = parse(file);
    for (const {
      arguments: [shape],
    } of callsOf(source, 'z.object')) {
      if (!shape || !ts.isObjectLiteralExpression(shape)) continue;
      for (const { name } of shape.properties) if (name) names.add(name.getText(source));
    }
  }
  return [...names].sort();
}

/** The address with its parameters filled in. */
export const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/:(\w+)|\*/g, (_all, name: string | undefined) => values[name ?? '*'] ?? 'x');
