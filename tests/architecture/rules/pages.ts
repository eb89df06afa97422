import ts from 'typescript';
import { findHardCoded } from '../../../scripts/lib/texts/hard-coded.mjs';
import { isTest, lineOf, nodesOf, sources } from '../syntax';
import type { Rule, Tree } from '../tree';
import { isIsland } from '../zones';

const BROWSER_HOOKS =
  /^use(State|Effect|LayoutEffect|InsertionEffect|Reducer|Ref|Transition|DeferredValue|SyncExternalStore|Fetcher|Submit|Navigation)$/;

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
    find: findHardCoded,
    breaks: {
      'app/ui/kit/save.tsx': 'export const Save = () => <button>Save</button>;',
      'app/ui/kit/close.tsx': "export const Close = () => <button aria-label={'Close'} />;",
      'app/routes/public/home.tsx': "export const meta = pageMeta(() => ({ title: 'Home' }));",
      'app/ui/kit/state.tsx': "export const State = ({ on }) => <b>{on ? 'да' : null}</b>;",
      'app/ui/kit/none.tsx': 'export const None = () => <Notice text="Nothing was found" />;',
      'app/ui/kit/hidden.tsx': "const WORDS = '次へ'; export const Next = () => <b>{WORDS}</b>;",
      'app/ui/kit/sum.tsx': 'export const Sum = ({ n }) => <b>{`${n} points`}</b>;',
      'app/ui/islands/play.ts': "export const play = (button) => { button.textContent = 'Play'; };",
      'app/ui/islands/stop.ts': "export const stop = (button) => button.setAttribute('aria-label', 'Stop');",
    },
    keeps: {
      'app/ui/kit/mark.tsx': 'export const Mark = () => <a title="shell:nav.home">師範 Shihan&nbsp;</a>;',
      'app/ui/kit/row.tsx':
        "export const Row = ({ t }) => <li className=\"row\">{t('shell:row')}{' · '}</li>;",
      'app/ui/kit/drawing.tsx': 'export const Drawing = () => <path d="M0 0 L1 1" className="Big Line" />;',
      'app/ui/islands/load.ts':
        "export const load = (host, label) => { host.textContent = label; host.setAttribute('role', 'status'); };",
    },
  },
];
