import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { withAddresses } from '../../scripts/lib/archive-addresses.mjs';
import { nextDelay } from '../../scripts/lib/process/supervisor.mjs';
import { requireNode } from '../../scripts/lib/project.mjs';
import { readSettings } from '../../scripts/lib/settings.mjs';
import { countPlaywright, countVitest, sum } from '../../scripts/lib/testing/test-report.mjs';
import { addPlatformStubs } from '../../scripts/lock-platform-stubs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'shihan-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = (content: unknown): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe('back-off', () => {
  it('doubles from 0.25 s to 10 s', () => {
    const delays = [];
    for (let delay = nextDelay(0, 0); delays.length < 8; delay = nextDelay(delay, 100)) delays.push(delay);
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it('begins anew after 30 healthy seconds', () => {
    expect(nextDelay(10_000, 30_000)).toBe(250);
  });
});

describe('Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0'])('accepts %s', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it.each(['18.20.8', '20.18.1'])('refuses %s in words', (version) => {
    expect(() => requireNode(version)).toThrow(`Node.js 20.19 or newer is needed, this is ${version}`);
  });
});

describe('the lock for an installation', () => {
  it('gets the address of each archive, and keeps what has one or comes with another package', () => {
    const packages = {
      '': { name: 'shihan', version: '1.0.0' },
      'node_modules/plain': { version: '1.2.3' },
      'node_modules/a/node_modules/@scope/inner': { version: '2.0.0-beta.1' },
      'node_modules/other-name': { version: '3.0.0', name: 'real' },
      'node_modules/known': { version: '4.0.0', resolved: 'https://elsewhere.test/known.tgz' },
      'node_modules/bundled': { version: '5.0.0', inBundle: true },
    };
    const filled = JSON.parse(withAddresses(JSON.stringify({ packages }), 'https://registry.test/npm/'));
    expect(Object.values<{ resolved?: string }>(filled.packages).map(({ resolved }) => resolved)).toEqual([
      undefined,
      'https://registry.test/npm/plain/-/plain-1.2.3.tgz',
      'https://registry.test/npm/@scope/inner/-/inner-2.0.0-beta.1.tgz',
      'https://registry.test/npm/real/-/real-3.0.0.tgz',
      'https://elsewhere.test/known.tgz',
      undefined,
    ]);
  });
});

describe('settings', () => {
  it('is a demo when the embedded database is used and nothing says otherwise', () => {
    expect(readSettings({}).demo).toBe(true);
    expect(readSettings({ DEMO: '0' }).demo).toBe(false);
    expect(readSettings({ DATABASE_URL: 'postgresql://db/x' }).demo).toBe(false);
    expect(readSettings({ DATABASE_URL: 'postgresql://db/x', DEMO: '1' }).demo).toBe(true);
  });

  it('names the variable that is wrong', () => {
    expect(() => readSettings({ PORT: '0' })).toThrow('PORT');
    expect(() => readSettings({ PORT: '80x' })).toThrow('PORT');
    expect(() => readSettings({ DEMO: 'yes' })).toThrow('DEMO');
  });
});

describe('numbers of the tests', () => {
  it('counts a file that could not be loaded', () => {
    const file = report({
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    });
    expect(countVitest(file, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a run that ended badly without a failed test', () => {
    const vitest = report({ numPassedTests: 5, numFailedTests: 0, testResults: [] });
    expect(countVitest(vitest, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countVitest(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a browser test that passed only when repeated as failed', () => {
    const file = report({ stats: { expected: 7, unexpected: 0, flaky: 1, skipped: 0 } });
    expect(countPlaywright(file, 0)).toEqual({ passed: 7, failed: 1 });
  });

  it('adds up', () => {
    expect(
      sum([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});

describe('platform stubs of the lock file', () => {
  it('adds what npm left out, once', () => {
    const packages = {
      'node_modules/rollup': {
        version: '4.0.0',
        dev: true,
        optionalDependencies: { '@rollup/rollup-win32-x64-msvc': '4.0.0' },
      },
    };
    expect(addPlatformStubs(packages)).toEqual(['node_modules/@rollup/rollup-win32-x64-msvc']);
    expect(packages).toMatchObject({
      'node_modules/@rollup/rollup-win32-x64-msvc': {
        version: '4.0.0',
        optional: true,
        dev: true,
        os: ['win32'],
        cpu: ['none'],
      },
    });
    expect(addPlatformStubs(packages)).toEqual([]);
  });
});
