import { createHash, randomBytes } from 'node:crypto';

export type StoredObject = { content: Buffer; etag: string; modified: Date };
export type Part = { content: Buffer; etag: string };
export type Unfinished = { id: string; key: string; begun: Date; parts: Map<number, Part> };

const md5 = (content: Buffer) => createHash('md5').update(content).digest();

/** What lies in the one bucket. */
export class BucketStore {
  objects = new Map<string, StoredObject>();
  unfinished = new Map<string, Unfinished>();

  put(key: string, content: Buffer): StoredObject {
    const etag = `"${md5(content).toString('hex')}"`;
    const made = { content, etag, modified: new Date() };
    this.objects.set(key, made);
    return made;
  }

  begin(key: string): Unfinished {
    const made = { id: randomBytes(16).toString('hex'), key, begun: new Date(), parts: new Map() };
    this.unfinished.set(made.id, made);
    return made;
  }

  putPart({ parts }: Unfinished, number: number, content: Buffer): Part {
    const part = { content, etag: `"${md5(content).toString('hex')}"` };
    parts.set(number, part);
    return part;
  }

  /** Joins the parts into the object; its tag is that of the parts' tags. */
  complete({ id, key }: Unfinished, parts: readonly Part[]): StoredObject {
    const content = Buffer.concat(parts.map((part) => part.content));
    const tags = Buffer.concat(parts.map((part) => md5(part.content)));
    const made = { content, etag: `"${md5(tags).toString('hex')}-${parts.length}"`, modified: new Date() };
    this.objects.set(key, made);
    this.unfinished.delete(id);
    return made;
  }
}
