/** An error that the service answers with. */
export class S3Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

export type S3Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
};

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

type Node = string | number | boolean | undefined | Node[] | { [name: string]: Node };

function write(name: string, node: Node): string {
  if (node === undefined) return '';
  if (Array.isArray(node)) return node.map((one) => write(name, one)).join('');
  const content =
    typeof node === 'object'
      ? Object.entries(node)
          .map(([below, value]) => write(below, value))
          .join('')
      : escaped(String(node));
  return `<${name}>${content}</${name}>`;
}

/** An answer in XML; a list is the same element again and again. */
export const xml = (name: string, content: Node, status = 200): S3Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${write(name, content)}`,
});

/** The texts of all elements of this name. */
export const elements = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, content = '']) =>
    content
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;|&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  );
