import { changeCues } from '~/domain/captions/change-cues.server';
import { decideTrack } from '~/domain/captions/decide-track.server';
import {
  type CueChange,
  decideForm,
  insertCueForm,
  joinCueForm,
  removeCueForm,
  saveCueForm,
  shiftForm,
  splitCueForm,
  undoForm,
} from '~/domain/captions/inputs';
import { form, type LoadArgs } from '~/web/handlers.server';
import { assetAt, captionsHref, trackAt } from './captions-at.server';

type Fields = { start: number; end: number; text: string };

const timed = ({ start, end, text }: Fields) => ({ startMs: start, endMs: end, text });

async function change(args: LoadArgs, made: CueChange) {
  return changeCues(args.ctx, { assetId: await assetAt(args), lang: trackAt(args), change: made });
}

/** Back to the same page of cues, at the one that was changed. */
const done = (args: LoadArgs, what: string, cueId: string | null = null) => ({
  redirectTo: `${captionsHref(args, `/${trackAt(args)}`)}${args.url.search}${cueId ? `#c-${cueId}` : ''}`,
  flash: `captions:done.${what}`,
});

/** To the page that begins at a time, with what else was chosen. */
function doneAt(args: LoadArgs, what: string, startMs: number | null) {
  const search = new URLSearchParams(args.url.search);
  if (startMs !== null) search.set('from', String(startMs));
  return {
    redirectTo: `${captionsHref(args, `/${trackAt(args)}`)}?${search}`,
    flash: `captions:done.${what}`,
  };
}

export const save = form({
  schema: saveCueForm,
  async run(args) {
    const { cueId, version, ...fields } = args.input;
    await change(args, { kind: 'save', cueId, version, ...timed(fields) });
    return done(args, 'saved', cueId);
  },
});

export const split = form({
  schema: splitCueForm,
  async run(args) {
    const { cueId, version, newId, at, ...fields } = args.input;
    await change(args, { kind: 'split', cueId, version, newId, at: at ?? null, ...timed(fields) });
    return done(args, 'split', cueId);
  },
});

export const join = form({
  schema: joinCueForm,
  async run(args) {
    const { cueId, version, ...fields } = args.input;
    await change(args, { kind: 'join', cueId, version, ...timed(fields) });
    return done(args, 'joined', cueId);
  },
});

export const remove = form({
  schema: removeCueForm,
  async run(args) {
    await change(args, { kind: 'remove', ...args.input });
    return done(args, 'removed');
  },
});

export const insert = form({
  schema: insertCueForm,
  async run(args) {
    const { newId, ...fields } = args.input;
    await change(args, { kind: 'insert', newId, ...timed(fields) });
    return doneAt(args, 'inserted', fields.start);
  },
});

export const shift = form({
  schema: shiftForm,
  async run(args) {
    const { revision, from, by } = args.input;
    await change(args, { kind: 'shift', revision, fromMs: from, byMs: by });
    return doneAt(args, 'shifted', null);
  },
});

export const undo = form({
  schema: undoForm,
  async run(args) {
    await change(args, { kind: 'undo', ...args.input });
    return done(args, 'undone');
  },
});

export const decide = form({
  schema: decideForm,
  async run(args) {
    await decideTrack(args.ctx, { ...args.input, assetId: await assetAt(args), lang: trackAt(args) });
    return done(args, args.input.act);
  },
});
