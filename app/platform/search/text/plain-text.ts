/** Markdown as one line of plain words, for the index and its snippets. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/[*_`|]{1,3}/g, '')
    .replace(/[\u0000-\u001f\u007f\ud800-\udfff\ue000-\uf8ff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
