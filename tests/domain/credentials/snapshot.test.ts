import { describe, expect, it } from 'vitest';
import { credentialSnapshot, readSnapshot } from '~/domain/credentials/rules/snapshot';
import { sampleSnapshot } from './documents/sample-snapshot';

describe('credentialSnapshot', () => {
  it('reads back what was stored as JSON', () => {
    const snapshot = sampleSnapshot();
    expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  it.each([
    ['a field nobody asked for', { iin: '900101300123' }],
    ['a serial with a wrong check character', { serial: '7K3M9QX2VD4P0' }],
    ['a day that does not exist', { issuedOn: '2026-02-30' }],
    ['an end before the beginning', { validUntil: '2026-03-11' }],
    ['a name over two lines', { holder: { display: 'A\nB', latin: 'AB' } }],
    ['an empty name', { holder: { display: ' ', latin: 'AB' } }],
    ['a birthday beside the name', { holder: { display: 'A', latin: 'A', born: '1990-01-01' } }],
  ])('refuses %s', (_, change) => {
    expect(credentialSnapshot.safeParse({ ...sampleSnapshot(), ...change }).success).toBe(false);
  });
});
