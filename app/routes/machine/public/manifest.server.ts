import { isLang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { DomainError } from '~/platform/errors';
import { pagePath } from '~/web/paths';
import type { MachineHandler } from '../machine-handler';

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${file}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** `GET /app/kk.webmanifest`: what a phone needs to put Shihan among its apps, in the reader's language. */
export const manifest: MachineHandler = async (req, res) => {
  const { lang } = req.params;
  if (!isLang(lang)) throw new DomainError('not-found', 'shell.no-such-page');
  const t = translator(lang);
  const shortcut = (name: string, path: string) => ({ name, url: pagePath(lang, path) });
  res
    .type('application/manifest+json')
    .set('Cache-Control', 'public, max-age=86400')
    .json({
      id: '/',
      name: `Shihan · ${t('catalogue:home.title')}`,
      short_name: 'Shihan',
      description: t('catalogue:home.words'),
      lang,
      dir: 'ltr',
      start_url: pagePath(lang, '/'),
      scope: '/',
      display: 'standalone',
      background_color: '#fbf9f4',
      theme_color: '#fbf9f4',
      categories: ['education', 'sports'],
      icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
      shortcuts: [shortcut(t('shell:nav.courses'), '/courses'), shortcut(t('shell:nav.verify'), '/verify')],
    });
};
