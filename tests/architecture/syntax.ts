import { posix } from 'node:path';
import ts from 'typescript';
import type { Tree } from './tree';

export type Import = { from: string; to: string; typeOnly: boolean };

const CODE = /\.(tsx?|mts|mjs|js)$/;
const DECLARATION = /\.d\.m?ts$/;
export const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of one file; parsed once per text. */
export function parse(path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const kind = path.endsWith('x')
    ? ts.ScriptKind.TSX
    : path.endsWith('ts')
      ? ts.ScriptKind.TS
      : ts.ScriptKind.JS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(path, source);
  return source;
}

/** Gives the trees' memory back: other tests run on in the same process. */
export const forgetTrees = (): void => parsed.clear();

/** Source files under the given folders, as syntax trees. */
export function sources(tree: Tree, folders: RegExp): ts.SourceFile[] {
  return [...tree]
    .filter(([path]) => folders.test(path) && CODE.test(path) && !DECLARATION.test(path))
    .map(([path, text]) => parse(path, text));
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** All nodes of one kind below `node`. */
export function nodesOf<Kind extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is Kind): Kind[] {
  const found: Kind[] = [];
  walk(node, (each) => {
    if (is(each)) found.push(each);
  });
  return found;
}

export const lineOf = (source: ts.SourceFile, node: ts.Node) =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

export const linesOf = (source: ts.SourceFile, node: ts.Node) =>
  source.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(source, node);

export function isExported(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Text of a string literal, of every piece of a template, or nothing. */
export function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text;
  return undefined;
}

function resolve(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('~/')) return withoutExtension(`app/${bare.slice(2)}`);
  if (/^\.{1,2}(\/|$)/.test(bare)) return withoutExtension(posix.join(posix.dirname(from), bare));
  return bare;
}

const withoutExtension = (path: string) => path.replace(/\.(tsx?|mts|mjs|js)$/, '');

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function specifierOf(node: ts.Node): { node: ts.Node; typeOnly: boolean } | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return { node: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { node: node.argument.literal, typeOnly: true };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
    return { node: node.arguments[0], typeOnly: false };
  return undefined;
}

/** The result for a file is computed once: many rules ask for the same. */
function remembered<Result>(compute: (source: ts.SourceFile) => Result): (source: ts.SourceFile) => Result {
  const known = new WeakMap<ts.SourceFile, Result>();
  return (source) => {
    const result = known.get(source) ?? compute(source);
    known.set(source, result);
    return result;
  };
}

/** Imports of one file; local targets become paths from the root without extension. */
export const importsOf = remembered((source): Import[] => {
  const found: Import[] = [];
  walk(source, (node) => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier.node))
      found.push({
        from: source.fileName,
        to: resolve(source.fileName, specifier.node.text),
        typeOnly: specifier.typeOnly,
      });
  });
  return found;
});

/** Source text with the content of strings, templates, patterns and JSX text blanked: code and comments only. */
export const codeAndComments = remembered((source): string => {
  const { text } = source;
  const kept: string[] = [];
  let from = 0;
  walk(source, (node) => {
    if (literalText(node) === undefined && !ts.isRegularExpressionLiteral(node) && !ts.isJsxText(node))
      return;
    const [start, end] = [node.getStart(source), node.getEnd()];
    kept.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    from = end;
  });
  return kept.join('') + text.slice(from);
});
