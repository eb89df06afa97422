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
