import { expect, test } from 'vitest';
import { badgeAddress, didOf, readListId, siteOf, statusListAddress } from './addresses';

test('an installation is named by its host, its port and its path', () => {
  expect(didOf('https://shihan.example')).toBe('did:web:shihan.example');
  expect(didOf('http://127.0.0.1:3000')).toBe('did:web:127.0.0.1%3A3000');
  expect(didOf('https://judo.example/coaches/kz')).toBe('did:web:judo.example:coaches:kz');
});

test('a badge tells the site at which it was made', () => {
  const address = badgeAddress('https://old.example', '7K3M9QX2VD4PV', 'ja');
  expect(siteOf(address, '7K3M9QX2VD4PV', 'ja')).toBe('https://old.example');
  expect(siteOf(address, '7K3M9QX2VD4PV', 'kk')).toBeNull();
  expect(siteOf(address, '7K3M9QX2VD4PW', 'ja')).toBeNull();
});

test('a list is called by its number and purpose, and nothing else is a list', () => {
  expect(statusListAddress('https://a.example', 2, 'suspension')).toBe(
    'https://a.example/api/v1/status-lists/2-suspension',
  );
  expect(readListId('2-suspension')).toEqual({ listNo: 2, purpose: 'suspension' });
  for (const id of [
    '',
    '1',
    '0-revocation',
    '01-revocation',
    '1-refresh',
    '1-revocation-',
    '9999999-revocation',
  ])
    expect([id, readListId(id)]).toEqual([id, null]);
});
