import type { Page } from '@playwright/test';
import type { Lang } from '../words';

/**
 * Passages of the page that are written in another script or language than their `lang` says. Names of people and
 * titles of sources stand in their own spelling and are marked: `translate="no"`, `cite`.
 */
export const wrongLanguage = (page: Page, lang: Lang): Promise<string[]> =>
  page.evaluate((expected) => {
    const cyrillic = /\p{Script=Cyrillic}{2,}/u;
    const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
    const kazakh = /[әғқңөұүһі]/iu;
    const long = /(?:\p{Script=Cyrillic}+[\s,.:;–—()«»-]+){6,}/u;
    const isWrong = (text: string, own: string): boolean => {
      if (own === 'ja') return cyrillic.test(text);
      if (japanese.test(text)) return true;
      if (own === 'en') return cyrillic.test(text);
      if (own === 'ru') return kazakh.test(text);
      return own === 'kk' && long.test(text) && !kazakh.test(text);
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || element.closest('[translate=no], cite, script, style')) continue;
      const own = element.closest('[lang]')?.getAttribute('lang') ?? expected;
      if (isWrong(text, own)) found.push(`${own}: ${text.slice(0, 80)}`);
      // A passage in another language of ours needs its note, unless it is a name or a word of another script.
      const isForeign = own !== expected && element.closest('main') && text.length > 60;
      if (
        isForeign &&
        !element
          .closest('li, div, section, article, p')
          ?.parentElement?.querySelector('.fallback-note, .note')
      )
        found.push(`without a note: ${text.slice(0, 80)}`);
    }
    return found;
  }, lang);

/** Elements with words that reach beyond the window, or whose words do not fit their box. */
export const outOfPlace = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const isLeaf = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (
        !isLeaf ||
        element.closest('.sr, svg, [hidden]') ||
        isClipped(element) ||
        !element.checkVisibility()
      )
        continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || scrolls(element)) continue;
      const { display, fontSize } = getComputedStyle(element);
      // The blank half of a full-width closing mark is trimmed at the end of a line, and counted all the same.
      const blank = /[、。，．」』）】〕]/.test(element.textContent ?? '')
        ? Number.parseFloat(fontSize) / 2
        : 1;
      const spills = display !== 'inline' && element.scrollWidth > element.clientWidth + blank;
      if (left < -1 || right > innerWidth + 1 || spills) found.push(element.outerHTML.slice(0, 120));
    }
    return found;
  });

/** Buttons, menus and fields that are too small for a thumb (links inside a sentence may be). */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio]), .btn, nav a',
      ),
    ]
      .filter((element) => element.checkVisibility() && !element.closest('.crumbs'))
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
