import { expect, it } from 'vitest';
import { chooseMode } from './choose-mode';

it('plays in full on good and unknown connections', () => {
  expect(chooseMode(undefined, undefined)).toBe('full');
  expect(chooseMode({}, undefined)).toBe('full');
  expect(chooseMode({ effectiveType: '4g', saveData: false }, undefined)).toBe('full');
});

it('spares data on slow links and where people ask for it', () => {
  for (const effectiveType of ['slow-2g', '2g', '3g'])
    expect(chooseMode({ effectiveType }, undefined)).toBe('small');
  expect(chooseMode({ effectiveType: '4g', saveData: true }, undefined)).toBe('small');
});

it('does what the viewer chose', () => {
  expect(chooseMode({ effectiveType: '2g' }, 'full')).toBe('full');
  expect(chooseMode(undefined, 'audio')).toBe('audio');
});
