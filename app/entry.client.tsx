/**
 * The only script that pages load, and only those whose route says `handle = { script: true }`. It starts the parts
 * of the page that are marked `data-island`; everything works without it.
 */
const islands = import.meta.glob<{ default: (host: HTMLElement) => void }>('./ui/islands/*.{ts,tsx}');

/** Another language of this page opens at the same place of it. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[hreflang]') : null;
  if (link && location.hash !== '') link.hash = location.hash;
});

function startIn(root: Document | HTMLElement): void {
  const own = root instanceof HTMLElement && root.dataset.island ? [root] : [];
  for (const host of [...own, ...root.querySelectorAll<HTMLElement>('[data-island]')]) {
    const name = host.dataset.island ?? '';
    const load = islands[`./ui/islands/${name}.tsx`] ?? islands[`./ui/islands/${name}.ts`];
    void load?.().then((island) => island.default(host));
  }
}

/** A part that a script put in place of an older one has parts of its own to start. */
document.addEventListener('part-renewed', ({ target }) => {
  if (target instanceof HTMLElement) startIn(target);
});

startIn(document);
