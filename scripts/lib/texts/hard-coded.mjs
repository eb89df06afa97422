import ts from 'typescript';
import { NAMES } from './messages-settings.mjs';

const PAGES = /^app\/.*\.tsx$/;
const ISLANDS = /^app\/ui\/islands\/.*\.ts$/;
const TEST = /\.test\.tsx?$/;

/** Attributes and properties that readers see or hear, whatever stands in them. */
const SHOWN =
  /^(aria-(label|description|roledescription|placeholder|valuetext)|title|alt|placeholder|label|heading|hint|lead|caption|legend|summary|description|detail|children)$/;
/** Attributes that hold code, addresses or drawings. */
const TECHNICAL =
  /^(className|class|style|d|points|viewBox|transform|fill|stroke.*|clipPath|mask|href|to|src|srcSet|sizes|media|rel|id|htmlFor|name|type|value|key|lang|hrefLang|role|form|pattern|accept.*|autoComplete|inputMode|data-.*|aria-(labelledby|describedby|controls|current|live|hidden|sort)|xmlns.*|charSet|content|property|http-equiv|as|look|kind|width|level|method|action|intent)$/i;
/** What an island writes into the page. */
const WRITTEN = /^(textContent|innerText|innerHTML|title|ariaLabel|placeholder|alt|label)$/;
const KEY = /^[a-z]+:[a-z0-9-]+(\.[a-zA-Z0-9-]+)*$/;

const nameOf = (node) => node.name?.getText() ?? '';
const isNamed = (text) => NAMES.includes(text.trim()) || KEY.test(text.trim());
const hasWords = (text) => /\p{L}/u.test(text) && !isNamed(text);
/** A sentence or a word that no code is written in: letters beyond ASCII, or capital and space. */
const isProse = (text) =>
  hasWords(text) && (/[^\p{ASCII}\p{P}\p{S}]/u.test(text) || /^\s*\p{Lu}\p{Ll}+[\s,.!?]+\p{L}/u.test(text));

/** Constants of the file by name, so that text is not hidden behind one. */
function constantsOf(source) {
  const known = new Map();
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      if (ts.isStringLiteralLike(node.initializer)) known.set(node.name.text, node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return known;
}

const BRANCHES = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];

/** The strings an expression may show: literals, templates, constants, the branches of ?:, &&, ||, ??, +, lists. */
function shownStrings(node, constants) {
  const inside = (inner) => (inner ? shownStrings(inner, constants) : []);
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isIdentifier(node)) return constants.has(node.text) ? [constants.get(node.text)] : [];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => literal.text).join('')];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return inside(node.expression);
  if (ts.isConditionalExpression(node)) return [...inside(node.whenTrue), ...inside(node.whenFalse)];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(inside);
  if (!ts.isBinaryExpression(node)) return [];
  if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return inside(node.right);
  return BRANCHES.includes(node.operatorToken.kind) ? [...inside(node.left), ...inside(node.right)] : [];
}

function ofAttribute(node, constants) {
  const name = nameOf(node);
  const texts = shownStrings(node.initializer, constants);
  if (SHOWN.test(name)) return texts.filter(hasWords);
  return TECHNICAL.test(name) ? [] : texts.filter(isProse);
}

/** What a node of a page shows. */
function ofPage(node, constants) {
  if (ts.isJsxText(node)) return [node.text.replace(/&#?\w+;/g, '')].filter(hasWords);
  if (ts.isJsxAttribute(node)) return ofAttribute(node, constants);
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
    return shownStrings(node, constants).filter(hasWords);
  if (ts.isPropertyAssignment(node) && SHOWN.test(nameOf(node)))
    return shownStrings(node.initializer, constants).filter(hasWords);
  return [];
}

/** What an island writes into the page: `button.textContent = 'Play'`, `setAttribute('title', 'Play')`. */
function ofIsland(node, constants) {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    if (ts.isPropertyAccessExpression(node.left) && WRITTEN.test(node.left.name.text))
      return shownStrings(node.right, constants).filter(hasWords);
  if (!ts.isCallExpression(node) || !/\.setAttribute$/.test(node.expression.getText())) return [];
  const [name, value] = node.arguments;
  return name && ts.isStringLiteralLike(name) && SHOWN.test(name.text)
    ? shownStrings(value, constants).filter(hasWords)
    : [];
}

function findInFile(file, text) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const constants = constantsOf(source);
  const found = [];
  const visit = (node) => {
    const texts = [
      ...(PAGES.test(file) ? ofPage(node, constants) : []),
      ...(ISLANDS.test(file) ? ofIsland(node, constants) : []),
    ];
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (texts.length > 0)
      found.push({
        file,
        what: `line ${line} shows “${texts.join(' ').trim().replace(/\s+/g, ' ').slice(0, 40)}”`,
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Words written into the code instead of the message files: in JSX, in attributes, in what islands draw. */
export function findHardCoded(tree) {
  return [...tree]
    .filter(([file]) => (PAGES.test(file) || ISLANDS.test(file)) && !TEST.test(file))
    .flatMap(([file, text]) => findInFile(file, text));
}
