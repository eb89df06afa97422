import { z } from 'zod';
import { addPerson } from '~/domain/consents/add-person.server';
import { recordConsent } from '~/domain/consents/record-consent.server';
import { withdrawConsent } from '~/domain/consents/withdraw-consent.server';
import { withdrawSpan } from '~/domain/consents/withdraw-span.server';
import { checkbox, id, line, localDate, moment } from '~/platform/input';
import { form } from '~/web/handlers.server';
import { done, recordingOf } from './recording-forms.server';

/** The forms about persons shown and removed parts; each is one call into its domain. */
export const consentForms = {
  'add-person': form({
    schema: z.object({ name: line(120), isMinor: checkbox }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await addPerson(args.ctx, { recordingId, ...args.input });
      return done(args, 'consents:done.added');
    },
  }),
  'record-consent': form({
    schema: z.object({ personId: id, consentedOn: localDate, givenBy: line(120), abroad: checkbox }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await recordConsent(args.ctx, { recordingId, ...args.input });
      return done(args, 'consents:done.recorded');
    },
  }),
  'withdraw-consent': form({
    schema: z.object({ personId: id }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await withdrawConsent(args.ctx, { recordingId, ...args.input });
      return done(args, 'consents:done.withdrawn');
    },
  }),
  'withdraw-span': form({
    schema: z.object({ from: moment, to: moment }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      const { from: startMs, to: endMs } = args.input;
      await withdrawSpan(args.ctx, { recordingId, startMs, endMs });
      return done(args, 'consents:done.removed');
    },
  }),
};
