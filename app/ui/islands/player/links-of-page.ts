import { readStart, writeStart } from './link';
import { goTo, type Session } from './session';

/**
 * Moments of this page (`?t=` in chapters and words) play here instead of loading the page again; the same page in
 * another language opens at the second that is played.
 */
export function watchLinks(session: Session): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest('a') : null;
    if (
      !link ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    const media = session.full?.picture ?? session.small.media;
    if (link.hreflang && session.isStarted) {
      const { loop } = readStart(location.search);
      link.href = writeStart(link.href, { t: media.currentTime, loop });
      return;
    }
    const { t } = readStart(link.search);
    if (t === null || link.pathname !== location.pathname) return;
    event.preventDefault();
    goTo(session, t);
    session.host.scrollIntoView({ block: 'nearest' });
  });
}
