// @ts-check

import { Refusal } from '../lib/refusal.mjs';
import { findChromium } from '../lib/tools.mjs';

/** @typedef {{ requests: number, bytes: number, script: number }} Visit bytes as they came over the wire */

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What a browser with an empty cache loads for each page.
 * @param {{ url: string, cookie?: string }[]} pages
 * @returns {Promise<Visit[]>}
 */
export async function measureVisits(pages) {
  const executablePath = findChromium();
  if (!executablePath) throw new Refusal('No Chromium was found; set CHROMIUM_PATH.');
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const visits = [];
    for (const page of pages) visits.push(await visit(browser, page));
    return visits;
  } finally {
    await browser.close();
  }
}

/** @param {import('@playwright/test').Browser} browser @param {{ url: string, cookie?: string }} page @returns {Promise<Visit>} */
async function visit(browser, { url, cookie }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const [name, value] = (cookie ?? '').split('=');
  if (name && value) await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  /** @type {Map<string, string>} */
  const kinds = new Map();
  const seen = { requests: 0, bytes: 0, script: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.requests += 1;
    seen.bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') seen.script += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  return seen;
}
