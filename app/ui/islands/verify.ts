import type { Verdict } from './verify/judge-code';
import { fetchKit, keptKit, type VerificationKit } from './verify/kit';
import { showVerdict } from './verify/show-verdict';

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

/** What the code on a photo says; its address is offered for the whole answer. */
async function judgePhoto(host: HTMLElement, photo: Blob, kit: Promise<Kit>): Promise<void> {
  const { readPhoto } = await import('./verify/read-photo');
  const text = await readPhoto(photo);
  if (text === null) return showVerdict(host, { verdict: 'no-picture' }, await kit);
  const { pathname = '', hash = '' } = addressIn(text) ?? {};
  const serial = serialOf(pathname);
  const { lang } = document.documentElement;
  const link = serial === '' ? null : `/${lang}/verify/${serial}${hash}`;
  const used = await kit;
  const verdict: Verdict = serial ? await judge(hash, serial, used) : { verdict: 'no-code' };
  showVerdict(host, verdict, { ...used, link });
}

function offerPhoto(host: HTMLElement, kit: () => Promise<Kit>): void {
  const form = document.querySelector<HTMLElement>('[data-photo]');
  const input = form?.querySelector('input');
  if (!input || !form) return;
  form.hidden = false;
  input.addEventListener('change', () => {
    const [photo] = input.files ?? [];
    if (photo) void judgePhoto(host, photo, kit());
  });
}

/**
 * Checks signed codes in the browser: of this page's address, and of photos. Without network it is all there is; with
 * network it stands beside the server's answer, which never sees the code.
 */
export default function start(host: HTMLElement): void {
  const asked = serialOf(location.pathname);
  const isAnswered = host.dataset.answered !== undefined;
  const first = bestKit();
  offerPhoto(host, () => bestKit());
  const judgeAddress = async (kit: Promise<Kit>) => {
    if (asked === '' || (isAnswered && location.hash === '')) return;
    const used = await kit;
    showVerdict(host, await judge(location.hash, asked, used), used);
  };
  void judgeAddress(first);
  addEventListener('hashchange', () => void judgeAddress(bestKit()));
  void first.then(async ({ isFresh }) => {
    const { lang } = document.documentElement;
    if (!isFresh) return;
    const { keepPage } = await import('./verify/keep-page');
    const note = document.querySelector<HTMLElement>('[data-kept]');
    if ((await keepPage(lang)) && note) note.hidden = false;
  });
}
