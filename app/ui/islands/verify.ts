import type { Verdict } from './verify/judge-code';
import { fetchKit, keptKit, type VerificationKit } from './verify/kit';
import { clearVerdict, type Facts, type Shown, showVerdict } from './verify/show-verdict';

const SERIAL_PATH = /\/(?:verify|v)\/([^/]+)\/?$/;

/** The serial at the end of a path; empty when there is none. */
const serialOf = (path: string): string => SERIAL_PATH.exec(path)?.[1] ?? '';

/** This device's date, as people here write the day of a document. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The code itself is read and judged by a part that is loaded when it is needed. */
async function judge(fragment: string, serial: string, { kit }: Kit): Promise<Verdict> {
  const { judgeCode } = await import('./verify/judge-code');
  return judgeCode(fragment, { serial, kit, today: today() });
}

type Kit = { kit: VerificationKit | null; isFresh: boolean };

async function bestKit(): Promise<Kit> {
  const fresh = await fetchKit();
  return { kit: fresh ?? (await keptKit()), isFresh: fresh !== null };
}

const addressIn = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

type Found = { shown: Shown; facts: Facts };

const UNCHECKED: Found = { shown: { verdict: 'unchecked' }, facts: { kit: null, isFresh: false } };

let turn = 0;

/** Takes away the verdict before, and shows what is found unless something newer was asked for meanwhile. */
async function answer(host: HTMLElement, find: () => Promise<Found | null>): Promise<void> {
  turn += 1;
  const mine = turn;
  clearVerdict(host);
  const show = (found: Found | null) => {
    if (found && mine === turn) showVerdict(host, found.shown, found.facts);
  };
  try {
    show(await find());
  } catch {
    show(UNCHECKED);
  }
}

/** What the code on a photo says; its address is offered for the whole answer. */
async function judgePhoto(photo: Blob, kit: Promise<Kit>): Promise<Found> {
  const { readPhoto } = await import('./verify/read-photo');
  const text = await readPhoto(photo);
  const used = await kit;
  if (text === null) return { shown: { verdict: 'no-picture' }, facts: used };
  const { pathname = '', hash = '' } = addressIn(text) ?? {};
  const serial = serialOf(pathname);
  const { lang } = document.documentElement;
  const link = serial === '' ? null : `/${lang}/verify/${serial}${hash}`;
  const shown: Verdict = serial ? await judge(hash, serial, used) : { verdict: 'no-code' };
  return { shown, facts: { ...used, link } };
}

function offerPhoto(host: HTMLElement, kit: () => Promise<Kit>): void {
  const form = document.querySelector<HTMLElement>('[data-photo]');
  const input = form?.querySelector('input');
  if (!input || !form) return;
  form.hidden = false;
  input.addEventListener('change', () => {
    const [photo] = input.files ?? [];
    void answer(host, async () => (photo ? judgePhoto(photo, kit()) : null));
  });
}

/** Whether a fragment leads to a part of this page, as the link past the navigation does. */
const isPlaceHere = (hash: string): boolean => document.getElementById(hash.slice(1)) !== null;

/**
 * Checks signed codes in the browser: of this page's address, and of photos. Without network it is all there is; with
 * network it stands beside the server's answer, which never sees the code.
 */
export default function start(host: HTMLElement): void {
  const asked = serialOf(location.pathname);
  const isAnswered = host.dataset.answered !== undefined;
  const first = bestKit();
  offerPhoto(host, () => bestKit());
  const judgeAddress = async (kit: Promise<Kit>): Promise<Found | null> => {
    const fragment = isPlaceHere(location.hash) ? '' : location.hash;
    if (asked === '' || (isAnswered && fragment === '')) return null;
    const used = await kit;
    return { shown: await judge(fragment, asked, used), facts: used };
  };
  void answer(host, () => judgeAddress(first));
  addEventListener('hashchange', () => {
    if (!isPlaceHere(location.hash)) void answer(host, () => judgeAddress(bestKit()));
  });
  void first.then(async ({ isFresh }) => {
    const { lang } = document.documentElement;
    if (!isFresh) return;
    const { keepPage } = await import('./verify/keep-page');
    const note = document.querySelector<HTMLElement>('[data-kept]');
    if ((await keepPage(lang)) && note) note.hidden = false;
  });
}
