import { expect, test } from 'vitest';
import type { IssuedSnapshot } from '~/domain/credentials/types';
import { authored } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { unsignedBadge } from '../inputs';
import { badgeOf } from './badge';

const SERIAL = '7K3M9QX2VD4PV';

const issued: IssuedSnapshot = {
  id: '0198f0aa-1111-7000-8000-000000000001',
  serial: SERIAL,
  languages: ['kk', 'ja'],
  zone: 'Asia/Almaty',
  place: { listNo: 2, index: 4711 },
  files: { certificate: null, card: null },
  snapshot: {
    serial: SERIAL,
    number: 'KJF-2026-000117',
    holder: { display: 'Айгүл Досова', latin: 'Aigul Dossova' },
    framework: { slug: 'kjf-coach', name: authored('ru', { ru: 'Тренеры', ja: '指導者', en: 'Coaches' }) },
    level: { slug: 'coach-one', rank: 1, name: authored('ru', { ru: 'Тренер I', en: 'Coach I' }) },
    studied: [
      { title: authored('ru', { ru: 'Защита детей' }), version: 2, completedOn: '2026-10-01', hours: 4 },
    ],
    practical: { heldOn: '2026-10-20', place: 'Қарағанды' },
    awardedOn: '2026-10-31',
    validFrom: '2026-11-01',
    validUntil: '2028-10-31',
    signatories: [
      {
        name: 'Демо Президент',
        office: authored('ru', { ru: 'Президент' }),
        organisation: authored('ru', { ru: 'Федерация' }),
      },
    ],
    issuer: authored('ru', { ru: 'Федерация', kk: 'Федерация', en: 'Federation' }),
    issuedOn: '2026-10-31',
  },
};

const inLang = (lang: (typeof LANGS)[number]) => badgeOf(issued, { lang, site: 'https://shihan.example' });

test('a badge holds the allowed fields alone, in every language', () => {
  for (const lang of LANGS) {
    const badge = inLang(lang);
    expect(unsignedBadge.parse(badge)).toEqual(badge);
    expect(badge.credentialSubject.achievement.inLanguage).toBe(lang);
    expect(JSON.stringify(badge)).not.toMatch(/proofs:|credentials:|undefined|\{\{/);
  }
});

test('it says what was issued, in the language or the nearest one', () => {
  const badge = inLang('kk');
  expect(badge).toMatchObject({
    id: `https://shihan.example/api/v1/credentials/${SERIAL}/badge?lang=kk`,
    issuer: { id: 'did:web:shihan.example', name: 'Федерация' },
    name: 'Тренер I',
    awardedDate: '2026-10-31T00:00:00+05:00',
    validFrom: '2026-11-01T00:00:00+05:00',
    validUntil: '2028-10-31T23:59:59+05:00',
    credentialSubject: {
      licenseNumber: 'KJF-2026-000117',
      identifier: [{ identityHash: 'Айгүл Досова' }, { identityHash: 'Aigul Dossova' }],
    },
  });
  expect(badge.credentialStatus.map(({ id }) => id)).toEqual([
    'https://shihan.example/api/v1/status-lists/2-revocation#4711',
    'https://shihan.example/api/v1/status-lists/2-suspension#4711',
  ]);
  expect(inLang('en').credentialSubject.achievement.criteria.narrative).toBe(
    'On 31 October 2026 every condition that the rules of this level set was met.',
  );
});

test('courses, places and signatories of the paper stay on the paper', () => {
  for (const lang of LANGS)
    expect(JSON.stringify(inLang(lang))).not.toMatch(/Защита|Қарағанды|2026-10-20|Демо/);
});

test('each leads to the others, and a name that is Latin stands there once', () => {
  const { related, id } = inLang('ja').credentialSubject.achievement;
  expect(related.map(({ inLanguage }) => inLanguage)).toEqual(['kk', 'ru', 'en']);
  expect(related.map((one) => one.id)).not.toContain(id);
  expect(related[0]?.id).toBe(inLang('kk').credentialSubject.achievement.id);
  const holder = { display: 'Taro Sato', latin: 'Taro Sato' };
  const latin = { ...issued, snapshot: { ...issued.snapshot, holder } };
  const badge = badgeOf(latin, { lang: 'ja', site: 'https://shihan.example' });
  expect(badge.credentialSubject.identifier).toHaveLength(1);
});
