import type { Verdict } from './judge-code';
import type { VerificationKit } from './kit';

export type Shown = Verdict | { verdict: 'no-picture' | 'unchecked' };
export type Facts = { kit: VerificationKit | null; isFresh: boolean; link?: string | null };

/** Browsers lack Kazakh, so the page brings its twelve patterns, such as «{d} наурыз {y}». */
function dateWriter(host: HTMLElement): (day: string) => string {
  const patterns: string[] = JSON.parse(host.dataset.dates ?? '[]');
  return (day) => {
    const [year = '', month = '', date = ''] = day.split('-');
    const pattern = patterns[Number(month) - 1] ?? '';
    return pattern.replace('{y}', year).replace('{d}', String(Number(date)));
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment by this device's clock: its date in words and the time. */
function momentOf(iso: string, write: (day: string) => string): string {
  const moment = new Date(iso);
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${write(day)}, ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

function levelName(kit: VerificationKit | null, slug: string): string {
  const names = kit?.levels.find((level) => level.slug === slug)?.name ?? {};
  const { lang } = document.documentElement;
  return names[lang as keyof typeof names] ?? names.en ?? slug;
}

function valuesOf(host: HTMLElement, shown: Shown, { kit }: Facts): Record<string, string> {
  const write = dateWriter(host);
  const moment = kit ? momentOf(kit.as_of, write) : '';
  if (!('code' in shown)) return { moment };
  const { name, level, from, until, serial } = shown.code;
  const printed = serial.match(/.{1,4}/g)?.join('-') ?? serial;
  return {
    ...{ moment, name, level: levelName(kit, level), serial: printed },
    ...{ from: write(from), until: write(until) },
  };
}

const copyOf = (host: HTMLElement, name: string): DocumentFragment | null =>
  host
    .querySelector<HTMLTemplateElement>(`template[data-say="${name}"]`)
    ?.content.cloneNode(true) as DocumentFragment | null;

const placeIn = (host: HTMLElement) => host.querySelector<HTMLElement>('[data-verdict]');

/** Takes away what was said of an earlier code. */
export function clearVerdict(host: HTMLElement): void {
  const place = placeIn(host);
  place?.replaceChildren();
  if (place) place.dataset.verdict = '';
}

/** Shows a verdict in the words that the page brought for it. */
export function showVerdict(host: HTMLElement, shown: Shown, facts: Facts): void {
  const place = placeIn(host);
  const values = valuesOf(host, shown, facts);
  const parts = [copyOf(host, shown.verdict)];
  if ('code' in shown) parts.push(copyOf(host, 'facts'), copyOf(host, facts.isFresh ? 'online' : 'offline'));
  if (facts.link) parts.push(copyOf(host, 'link'));
  const said = document.createElement('div');
  said.className = 'stack gap-bottom';
  for (const part of parts) if (part) said.append(part);
  for (const slot of said.querySelectorAll<HTMLElement>('[data-slot]'))
    slot.textContent = (slot.textContent ?? '').replace(
      /\{(\w+)\}/g,
      (_all, name: string) => values[name] ?? '',
    );
  const link = said.querySelector('a');
  if (link && facts.link) link.href = facts.link;
  place?.replaceChildren(said);
  if (place) place.dataset.verdict = shown.verdict;
}
