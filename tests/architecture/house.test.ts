import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findCycle } from './domains';
import { EXCEPTIONS } from './exceptions';
import { idleExceptions, judge, show } from './judge';
import { arrowRules } from './rules/arrows';
import { codeRules } from './rules/code';
import { folderRules } from './rules/folders';
import { itselfRules } from './rules/itself';
import { messageRules } from './rules/messages';
import { nameRules } from './rules/names';
import { pageRules } from './rules/pages';
import { routeRules } from './rules/routes';
import { sizeRules } from './rules/sizes';
import { tableRules } from './rules/tables';
import { useCaseRules } from './rules/use-cases';
import { vendorRules } from './rules/vendors';
import { forgetTrees } from './syntax';
import { readTree, treeOf } from './tree';

const RULES = [
  ...arrowRules,
  ...folderRules,
  ...vendorRules,
  ...tableRules,
  ...routeRules,
  ...useCaseRules,
  ...nameRules,
  ...codeRules,
  ...pageRules,
  ...messageRules,
  ...sizeRules,
  ...itselfRules,
];

const house = readTree(resolve(import.meta.dirname, '../..'));

afterAll(forgetTrees);

describe('each rule finds its planted violation and spares its lawful neighbour', () => {
  test.each(RULES)('$name', (rule) => {
    const found = rule.find(treeOf({ ...rule.keeps, ...rule.breaks })).map(({ file }) => file);
    const planted = rule.finds ?? Object.keys(rule.breaks);
    expect(planted).not.toEqual([]);
    expect([...new Set(found)].sort()).toEqual([...planted].sort());
  });

  test('a cycle of arrows is found', () => {
    expect(findCycle({ people: ['media'], media: ['captions'], captions: ['media'] })).toEqual([
      'media',
      'captions',
      'media',
    ]);
  });

  test('an exception that covers nothing is found', () => {
    const idle = { rule: 'code: no any', file: 'app/gone.ts', reason: 'the file went long ago' };
    expect(idleExceptions(RULES, treeOf({}), [idle])).toEqual([idle]);
  });
});

describe('the house keeps each rule', () => {
  test.each(RULES)('$name', (rule) => {
    const found = judge(rule, house, EXCEPTIONS).map(show);
    if (found.length > 0) expect.fail(`${found.length} found\n${found.join('\n')}`);
  });

  test('every exception is still needed and gives its reason', () => {
    expect(idleExceptions(RULES, house, EXCEPTIONS)).toEqual([]);
  });
});
