import { describe, expect, it } from 'vitest';
import {
  belongsTo,
  decodeClaims,
  encodeClaims,
  isPlayable,
  isRenewable,
  type PlaybackClaims,
  splitToken,
} from './playback-token';

const claims: PlaybackClaims = {
  assetId: '0193a5a0-0000-7000-8000-000000000001',
  version: 3,
  expiresAt: 1_800_000_000,
  session: 'abc',
  audience: 'enrolled:0193a5a0-0000-7000-8000-000000000002',
};

describe('playback token', () => {
  it('keeps its claims', () => {
    expect(decodeClaims(encodeClaims(claims))).toEqual(claims);
  });

  it('lies safely in a path', () => {
    expect(encodeClaims({ ...claims, session: '日本/../?#' })).toMatch(/^[\w-]+$/);
  });

  it('reads nothing from other shapes', () => {
    expect(decodeClaims('bm90IGpzb24')).toBeNull();
    expect(decodeClaims(Buffer.from('{"assetId":"x"}').toString('base64url'))).toBeNull();
    for (const token of [
      '',
      '.',
      'abc',
      `${'a'.repeat(20)}.short`,
      `../${'a'.repeat(20)}.${'b'.repeat(43)}`,
    ]) {
      expect(splitToken(token)).toBeNull();
    }
    expect(splitToken(`${'a'.repeat(20)}.${'b'.repeat(43)}`)).toEqual({
      body: 'a'.repeat(20),
      signature: 'b'.repeat(43),
    });
  });

  it('plays until its second and renews for half a day after', () => {
    const at = (second: number) => new Date(second * 1000);
    expect(isPlayable(claims, at(claims.expiresAt - 1))).toBe(true);
    expect(isPlayable(claims, at(claims.expiresAt))).toBe(false);
    expect(isRenewable(claims, at(claims.expiresAt + 12 * 3600 - 1))).toBe(true);
    expect(isRenewable(claims, at(claims.expiresAt + 12 * 3600))).toBe(false);
  });

  it('belongs to one session, or to everybody when the recording is public', () => {
    expect(belongsTo(claims, 'abc')).toBe(true);
    expect(belongsTo(claims, 'other')).toBe(false);
    expect(belongsTo(claims, null)).toBe(false);
    expect(belongsTo({ ...claims, session: '-' }, null)).toBe(true);
  });
});
