/**
 * The only script that pages load, and only those whose route says `handle = { script: true }`. It starts the parts
 * of the page that are marked `data-island`; everything works without it.
 */
const islands = import.meta.glob<{ default: (host: HTMLElement) => void }>('./ui/islands/*.{ts,tsx}');

for (const host of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const name = host.dataset.island ?? '';
  const load = islands[`./ui/islands/${name}.tsx`] ?? islands[`./ui/islands/${name}.ts`];
  void load?.().then((island) => island.default(host));
}
