import { z } from 'zod';
import { examineAgain } from '~/domain/sounds/examine-again.server';
import { offsetInput } from '~/domain/sounds/inputs';
import { removeSound } from '~/domain/sounds/remove-sound.server';
import { saveSound } from '~/domain/sounds/save-sound.server';
import { cancelUpload } from '~/domain/uploads/cancel-upload.server';
import { id, line } from '~/platform/input';
import { type Done, form, type LoadArgs } from '~/web/handlers.server';
import { pagePath } from '~/web/paths';
import { recordingOf } from '../recordings/recording-forms.server';

/** Back to the page, with a word about what happened. */
const done = ({ ctx, params }: LoadArgs, flash: string): Done => ({
  redirectTo: pagePath(ctx.lang, `/studio/recordings/${encodeURIComponent(params.recording ?? '')}/sounds`),
  flash,
});

/** The forms about the sounds of a recording; each is one call into its domain. */
export const soundForms = {
  save: form({
    schema: z.object({ sound: id, label: line(80), offset: offsetInput }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      const { sound: soundId, label, offset: offsetMs } = args.input;
      await saveSound(args.ctx, { recordingId, soundId, label, offsetMs });
      return done(args, 'sounds:done.saved');
    },
  }),
  remove: form({
    schema: z.object({ sound: id }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await removeSound(args.ctx, { recordingId, soundId: args.input.sound });
      return done(args, 'sounds:done.removed');
    },
  }),
  'examine-again': form({
    schema: z.object({ sound: id }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await examineAgain(args.ctx, { recordingId, soundId: args.input.sound });
      return done(args, 'sounds:done.examining');
    },
  }),
  'cancel-upload': form({
    schema: z.object({ uploadId: id }),
    async run(args) {
      await cancelUpload(args.ctx, args.input);
      return done(args, 'recordings:studio.done.cancelled');
    },
  }),
};
