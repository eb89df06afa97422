import { japaneseRuns } from './mark-japanese';

type Text = { type: 'text'; value: string };
type Element = { type: 'element'; tagName: string; properties: Record<string, string>; children: Node[] };
type Node = Text | Element | { type: string; children?: Node[] };

const isText = (node: Node): node is Text => node.type === 'text';
const hasChildren = (node: Node): node is Element => 'children' in node && Array.isArray(node.children);

function marked({ value }: Text): Node[] {
  return japaneseRuns(value).flatMap((part, index): Node[] => {
    if (part === '') return [];
    const text: Text = { type: 'text', value: part };
    return index % 2 === 1
      ? [{ type: 'element', tagName: 'span', properties: { lang: 'ja' }, children: [text] }]
      : [text];
  });
}

function walk(node: Node): void {
  if (!hasChildren(node)) return;
  node.children = node.children.flatMap((child) => {
    if (isText(child)) return marked(child);
    walk(child);
    return [child];
  });
}

/** Marks Japanese words of a Markdown body in another language. */
export const rehypeJapanese = () => walk;
