// @ts-check
import fs from 'node:fs';
import process from 'node:process';
import { isExecutable, run, runPackage, which } from './process/run.mjs';
import { say } from './refusal.mjs';

/** Chromium that draws for no screen: it needs half of the processor. */
const SHELL = 'chromium-headless-shell';

/** What the tests use from the system, each with the Debian package that holds it. */
const TEST_TOOLS = [
  { debian: SHELL, found: () => Boolean(process.env.CHROMIUM_PATH) || which(SHELL) !== null },
  { debian: 'ffmpeg', found: () => findFfmpeg() !== null },
  { debian: 'poppler-utils', found: () => which('pdftotext') !== null && which('pdfsig') !== null },
  { debian: 'fonts-noto-cjk', found: hasJapaneseFont },
];

/** Path of ffmpeg from FFMPEG_PATH or PATH, or null. */
export function findFfmpeg() {
  const configured = process.env.FFMPEG_PATH;
  if (configured) return isExecutable(configured) ? configured : null;
  return which('ffmpeg');
}

/** Path of a Chromium from CHROMIUM_PATH or PATH, or null. */
export function findChromium() {
  const configured = process.env.CHROMIUM_PATH;
  if (configured && isExecutable(configured)) return configured;
  for (const name of [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const file = which(name);
    if (file) return file;
  }
  return null;
}

function hasJapaneseFont() {
  const folders = [
    '/usr/share/fonts/opentype/noto',
    '/usr/share/fonts/noto-cjk',
    '/usr/share/fonts/google-noto-cjk',
  ];
  return folders.some(
    (folder) => fs.existsSync(folder) && fs.readdirSync(folder).some((name) => /CJK/i.test(name)),
  );
}

function mayInstall() {
  return process.getuid?.() === 0 && which('apt-get') !== null;
}

/** Install Debian packages without questions. @param {string[]} names @returns {Promise<boolean>} */
async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...names];
  const first = await run('apt-get', args, { env });
  if (first.code === 0) return true;
  await run('apt-get', ['update'], { env });
  const second = await run('apt-get', args, { env });
  if (second.code !== 0) say(second.output.trim().split('\n').slice(-5).join('\n'));
  return second.code === 0;
}

/**
 * Find ffmpeg, or install it where that is allowed.
 * @returns {Promise<{ path: string | null, off: string | null }>} off = why packaging of video is off
 */
export async function ensureFfmpeg() {
  const found = findFfmpeg();
  if (found) return { path: found, off: null };
  const configured = process.env.FFMPEG_PATH;
  if (configured) return { path: null, off: `FFMPEG_PATH is ${configured}, but no program can be run there` };
  if (!mayInstall()) {
    return {
      path: null,
      off: 'ffmpeg is not installed and may not be installed from here; install it or set FFMPEG_PATH',
    };
  }
  say('Installing ffmpeg …');
  const path = (await aptInstall(['ffmpeg'])) ? findFfmpeg() : null;
  return { path, off: path ? null : 'ffmpeg could not be installed; install it or set FFMPEG_PATH' };
}

/**
 * Find or install browser, ffmpeg, fonts and PDF tools for the tests.
 * @returns {Promise<string[]>} what is still missing, the browser apart
 */
export async function ensureTestTools() {
  const missing = TEST_TOOLS.filter((tool) => !tool.found()).map((tool) => tool.debian);
  if (missing.length > 0 && mayInstall()) {
    say(`Installing ${missing.join(', ')} …`);
    if (!(await aptInstall(missing))) for (const name of missing) await aptInstall([name]);
    if (!findChromium()) await aptInstall(['chromium']);
  }
  return TEST_TOOLS.filter((tool) => !tool.found())
    .map((tool) => tool.debian)
    .filter((name) => name !== SHELL);
}

/** Whether a browser is there for the tests; where the system has none, that of the installed packages is loaded. */
export async function ensureBrowser() {
  if (!findChromium()) await installPlaywrightChromium();
  return findChromium() !== null;
}

async function installPlaywrightChromium() {
  say('Installing a browser for the tests …');
  await runPackage('playwright/cli.js', ['install', 'chromium']);
  const { output } = await run(process.execPath, [
    '--input-type=module',
    '-e',
    "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath())",
  ]);
  if (isExecutable(output.trim())) process.env.CHROMIUM_PATH = output.trim();
}
