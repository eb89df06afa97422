/** Signs that RFC 5987 leaves as they are; encodeURIComponent leaves a few more. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Headers of a file from outside: browsers save it under its name, in any script, and run or guess nothing in it. Pages
 * of ours may still show it as a picture.
 */
export const attachmentHeaders = (name: string, type: string, bytes: number): Record<string, string> => ({
  'Content-Type': type,
  'Content-Length': String(bytes),
  'Content-Disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encoded(name)}`,
  'Content-Security-Policy': 'sandbox',
  'Cache-Control': 'private, no-store',
});

/** A JSON file to keep, its name in ASCII, indented so that people can read it; no browser or proxy keeps a copy. */
export const jsonFile = (name: string, content: unknown): Response =>
  new Response(JSON.stringify(content, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
