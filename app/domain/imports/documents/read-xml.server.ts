import { SaxesParser } from 'saxes';
import { TableError } from './table';

/** What stands in an XML text, without prefixes of names. */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>> }
  | { kind: 'text'; text: string }
  | { kind: 'close'; name: string };

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

const bareNames = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), value]));

/** The events of a text that comes in pieces. Throws TableError 'damaged' for what is no XML. */
export async function* readXml(pieces: AsyncIterable<string>): AsyncGenerator<XmlEvent> {
  const parser = new SaxesParser();
  let events: XmlEvent[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    events.push({ kind: 'open', name: bare(name), attributes: bareNames(attributes) });
  });
  parser.on('text', (text) => {
    events.push({ kind: 'text', text });
  });
  parser.on('closetag', ({ name }) => {
    events.push({ kind: 'close', name: bare(name) });
  });
  try {
    for await (const piece of pieces) {
      parser.write(piece);
      yield* events;
      events = [];
    }
    parser.close();
    yield* events;
  } catch {
    throw new TableError('damaged');
  }
}
