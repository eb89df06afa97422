import type { UploadSettings } from '~/ui/islands/upload/settings';
import type { View } from '~/ui/kit/use-t';

type Facts = Pick<UploadSettings, 'organisation' | 'asset' | 'sound' | 'upload'>;

/** Everything the upload's script needs to know, in the reader's language. */
export function uploadSettings({ t, lang }: Pick<View, 't' | 'lang'>, facts: Facts): UploadSettings {
  return {
    ...facts,
    lang,
    labels: {
      progress: t('uploads:progress', { percent: '{percent}', done: '{done}', all: '{all}' }),
      speed: t('uploads:speed', { speed: '{speed}' }),
      minutes: t('uploads:minutes-left', { minutes: '{minutes}' }),
      hours: t('uploads:hours-left', { hours: '{hours}', minutes: '{minutes}' }),
      soon: t('uploads:soon'),
      pause: t('uploads:pause'),
      resume: t('uploads:resume'),
      paused: t('uploads:paused'),
      offline: t('uploads:offline'),
      failed: t('uploads:failed'),
      arrived: t('uploads:arrived'),
      hashing: t('uploads:hashing'),
      checksum: t('uploads:checksum', { sum: '{sum}' }),
      differs: t('uploads:errors.checksum-differs'),
      'another-file': t('uploads:errors.another-file'),
      unit: t('uploads:gigabytes', { value: '{value}' }),
      'unit-small': t('uploads:megabytes', { value: '{value}' }),
    },
  };
}
