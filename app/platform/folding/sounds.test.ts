import { expect, test } from 'vitest';
import { editDistance } from './distance';
import { otherLayouts } from './layouts';
import { looseKey, soundKey } from './sounds';
import { stemsOf } from './stems';

test.each([
  ['uchi-mata', 'utimata', 'Uchi Mata', 'うちまた', 'ウチマタ', 'Ути-мата', 'учимата', 'үчі мата'],
  ['o-soto-gari', 'ōsotogari', 'oosotogari', 'おおそとがり', 'О-сото-гари', 'осотогари'],
  [
    'sode-tsurikomi-goshi',
    'sode-turikomi-gosi',
    'そでつりこみごし',
    'содэ-цурикоми-госи',
    'соде цурикоми гоши',
  ],
  ['ude-hishigi-juji-gatame', 'udehisigijuujigatame', 'удэ-хисиги-дзюдзи-гатамэ', 'уде хишиги джуджи гатаме'],
  ['yoko-shiho-gatame', 'yokosihougatame', 'よこしほうがため', 'ёко-сихо-гатамэ', 'йоко шихо гатаме'],
  ['tsukkomi-jime', 'つっこみじめ', 'цуккоми-дзимэ', 'цукоми джиме', 'tukkomi-zime'],
  ['ryote-jime', 'りょうてじめ', 'рётэ-дзимэ', 'рёте джиме'],
  ['ippon-seoi-nage', 'いっぽんせおいなげ', 'иппон-сэой-нагэ', 'иппон сеои наге', 'ipon seoi nage'],
  ['kawazu-gake', 'かわづがけ', 'кавадзу-гакэ', 'кавазу гаке'],
  ['zenpo', 'zempo', 'ぜんぽう', 'дзэмпо'],
])('%s and its other spellings sound alike', (...spellings) => {
  expect(new Set(spellings.map(soundKey))).toEqual(new Set([soundKey(spellings[0] ?? '')]));
});

test.each([
  ['uchi-mata', 'uki-otoshi'],
  ['o-soto-gari', 'ko-soto-gari'],
  ['kata-guruma', 'koshi-guruma'],
])('%s and %s do not', (one, other) => {
  expect(soundKey(one)).not.toBe(soundKey(other));
});

test('voicing is told apart, and can be left out', () => {
  expect(soundKey('de-ashi-harai')).not.toBe(soundKey('de-ashi-barai'));
  expect(looseKey(soundKey('de-ashi-harai'))).toBe(looseKey(soundKey('де аши барай')));
});

test('kanji stay, signs go', () => {
  expect(soundKey('内股 (!)')).toBe('内股');
  expect(soundKey('🥋 \u202e')).toBe('');
});

test('keys of another layout', () => {
  expect(otherLayouts('jcjnj')).toContain('осото');
  expect(otherLayouts('гсршьфеф')).toContain('uchimata');
  expect(otherLayouts('{fhfq')).toContain('Харай');
  expect(otherLayouts('9xb vfnf')).toContain('ұчи мата');
  expect(otherLayouts('内股')).toEqual([]);
});

test.each([
  ['osotogari', 'osotogari', 0],
  ['osotogri', 'osotogari', 1],
  ['osotgoari', 'osotogari', 1],
  ['osotooogari', 'osotogari', 2],
  ['', 'ab', 2],
  ['abcdef', 'uvwxyz', 3],
])('from %s to %s it is %i errors, at most two count', (typed, whole, errors) => {
  expect(editDistance(typed, whole, 2)).toBe(errors);
});

test('the beginning alone may be compared', () => {
  expect(editDistance('osoti', 'osotogari', 1, true)).toBe(1);
  expect(editDistance('osoto', 'osotogari', 1, true)).toBe(0);
});

test.each([
  ['передняя подсечка', 'переднюю подсечку', 'передней подсечкой', 'передние подсечки'],
  ['отхват', 'отхвата', 'отхватом', 'отхваты'],
  ['бросок через спину', 'броска через спину', 'броски через спину'],
  ['shoulder throw', 'Shoulder throws', 'the shoulder throw'],
])('%s in its other forms is the same words', (...forms) => {
  const wanted = stemsOf(forms[0] ?? '');
  for (const form of forms) expect(stemsOf(form)).toEqual(wanted);
});
