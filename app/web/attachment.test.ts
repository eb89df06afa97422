import { expect, test } from 'vitest';
import { attachmentHeaders } from './attachment';

const disposition = (name: string) => attachmentHeaders(name, 'image/png', 1)['Content-Disposition'];

test('names in any script are told in both ways', () => {
  expect(disposition('Диплом (1).png')).toBe(
    `attachment; filename="______ (1).png"; filename*=UTF-8''%D0%94%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC%20%281%29.png`,
  );
  expect(disposition('段位.png')).toBe(
    `attachment; filename="__.png"; filename*=UTF-8''%E6%AE%B5%E4%BD%8D.png`,
  );
});

test('no name ends the header or its quotes', () => {
  expect(disposition('a"b\\c\r\nX: 1.png')).toMatch(
    /^attachment; filename="a_b_c__X: 1\.png"; filename\*=UTF-8''[\w%.-]+$/,
  );
  expect(() => new Headers(attachmentHeaders('a\r\n\ud800.png', 'image/png', 1))).not.toThrow();
});
