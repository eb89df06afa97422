import ts from 'typescript';
import { isTest, lineOf, nodesOf, sources } from '../syntax';
import type { Rule, Tree } from '../tree';
import { isIsland } from '../zones';

const TEXT_ATTRIBUTES =
  /^(aria-label|aria-description|aria-roledescription|title|alt|placeholder|label|heading|hint|caption|legend|summary)$/;
const KEY = /^[a-z]+:[a-z0-9-]+(\.[a-zA-Z0-9-]+)*$/;
const BROWSER_HOOKS =
  /^use(State|Effect|LayoutEffect|InsertionEffect|Reducer|Ref|Transition|DeferredValue|SyncExternalStore|Fetcher|Submit|Navigation)$/;

/** Names that are written alike in every language: the product's own and its partners'. */
const NAMES = new Set(['師範', 'Shihan', '師範 Shihan', 'Jenys Judo Club', 'JUDOs', '認定NPO法人']);

const pages = (tree: Tree) => sources(tree, /^app\/.*\.tsx$/).filter(({ fileName }) => !isTest(fileName));
const scriptless = (tree: Tree) => pages(tree).filter(({ fileName }) => !isIsland(fileName));

const attributeRule = (
  name: string,
  is: RegExp,
  what: string,
  samples: Pick<Rule, 'breaks' | 'keeps'>,
): Rule => ({
  name: `pages: ${name}`,
  find: (tree) =>
    scriptless(tree).flatMap((source) =>
      nodesOf(source, ts.isJsxAttribute)
        .filter((node) => is.test(node.name.getText(source)))
        .map((node) => ({ file: source.fileName, what: `line ${lineOf(source, node)} ${what}` })),
    ),
  ...samples,
});

/** The strings an expression may show: literals, templates and the branches of ?:, &&, ||, ??. */
function shownStrings(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => literal.text).join('')];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return shownStrings(node.expression);
  if (ts.isConditionalExpression(node))
    return [...shownStrings(node.whenTrue), ...shownStrings(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return shownBySides(node);
  return [];
}

function shownBySides({ operatorToken, left, right }: ts.BinaryExpression): string[] {
  const { kind } = operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return shownStrings(right);
  const shows = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];
  return shows.includes(kind) ? [...shownStrings(left), ...shownStrings(right)] : [];
}

function visibleStrings(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text.replace(/&#?\w+;/g, '')];
  if (ts.isJsxAttribute(node) && TEXT_ATTRIBUTES.test(node.name.getText()))
    return shownStrings(node.initializer);
  if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
    return shownStrings(node);
  if (ts.isPropertyAssignment(node) && /^(title|description)$/.test(node.name.getText()))
    return shownStrings(node.initializer);
  return [];
}

const isHardCoded = (text: string) =>
  /\p{L}/u.test(text) && !NAMES.has(text.trim()) && !KEY.test(text.trim());

export const pageRules: Rule[] = [
  attributeRule('no style attribute outside islands', /^style$/, 'has a style attribute', {
    breaks: { 'app/ui/kit/bar.tsx': 'export const Bar = () => <i style={{ width: 3 }} />;' },
    keeps: { 'app/ui/islands/bar.tsx': 'export const Bar = () => <i style={{ width: 3 }} />;' },
  }),
  attributeRule('no event handler outside islands', /^on[A-Z]/, 'has an event handler', {
    breaks: { 'app/ui/kit/close.tsx': 'export const Close = () => <button onClick={close} />;' },
    keeps: { 'app/ui/islands/close.tsx': 'export const Close = () => <button onClick={close} />;' },
  }),
  {
    name: 'pages: no hook that only a browser runs outside islands',
    find: (tree) =>
      scriptless(tree).flatMap((source) =>
        nodesOf(source, ts.isCallExpression)
          .filter((node) => BROWSER_HOOKS.test(node.expression.getText(source).replace(/^React\./, '')))
          .map((node) => ({
            file: source.fileName,
            what: `line ${lineOf(source, node)} calls ${node.expression.getText(source)}; pages never hydrate`,
          })),
      ),
    breaks: {
      'app/ui/kit/tabs.tsx': 'export function Tabs() { const [a] = useState(1); return <i>{a}</i>; }',
    },
    keeps: {
      'app/ui/kit/field.tsx': 'export function Field() { const id = useId(); return <i id={id} />; }',
    },
  },
  {
    name: 'pages: no visible text is written into the code',
    find: (tree) =>
      pages(tree).flatMap((source) =>
        nodesOf(source, (node): node is ts.Node => visibleStrings(node).some(isHardCoded)).map((node) => ({
          file: source.fileName,
          what: `line ${lineOf(source, node)} shows “${visibleStrings(node).filter(isHardCoded).join(' ').trim().slice(0, 40)}”`,
        })),
      ),
    breaks: {
      'app/ui/kit/save.tsx': 'export const Save = () => <button>Save</button>;',
      'app/ui/kit/close.tsx': "export const Close = () => <button aria-label={'Close'} />;",
      'app/routes/public/home.tsx': "export const meta = pageMeta(() => ({ title: 'Home' }));",
      'app/ui/kit/state.tsx': "export const State = ({ on }) => <b>{on ? 'да' : null}</b>;",
    },
    keeps: {
      'app/ui/kit/mark.tsx': 'export const Mark = () => <a title="shell:nav.home">師範 Shihan&nbsp;</a>;',
      'app/ui/kit/row.tsx':
        "export const Row = ({ t }) => <li className=\"row\">{t('shell:row')}{' · '}</li>;",
    },
  },
];
