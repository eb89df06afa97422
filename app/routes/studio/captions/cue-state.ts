import { type FormState, useFormState } from '~/web/form-state';
import type { EditedCue } from './cue-form';

/** 0:01:02.345, with hours only where there are any. */
export function cueTime(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor((ms % 3_600_000) / 60_000)];
  const rest = `${two(Math.floor((ms % 60_000) / 1000))}.${String(ms % 1000).padStart(3, '0')}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

const textOf = (values: FormState['values'], name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

/** A cue's form that was sent back: which one it was is told by its `cueId`. */
export function useSentCue(): FormState | undefined {
  const sent = [
    useFormState('save'),
    useFormState('split'),
    useFormState('join'),
    useFormState('remove'),
  ].find((state) => state !== undefined);
  return sent && textOf(sent.values, 'cueId') !== '' ? sent : undefined;
}

export type CueValues = { start: string; end: string; text: string };

export const sentValues = ({ values }: FormState): CueValues => ({
  start: textOf(values, 'start'),
  end: textOf(values, 'end'),
  text: textOf(values, 'text'),
});

/** What a cue's fields hold: what was typed before it was sent back, else what is stored. */
export function useCueState(cue: EditedCue): {
  state: FormState | undefined;
  values: CueValues;
  /** Somebody else changed it meanwhile; sending it again overwrites that knowingly. */
  isChanged: boolean;
} {
  const sent = useSentCue();
  const state = sent && textOf(sent.values, 'cueId') === cue.id ? sent : undefined;
  const stored = { start: cueTime(cue.startMs), end: cueTime(cue.endMs), text: cue.text };
  return {
    state,
    values: state ? sentValues(state) : stored,
    isChanged: state !== undefined && textOf(state.values, 'version') !== String(cue.version),
  };
}

export const sentCueId = (state: FormState): string => textOf(state.values, 'cueId');
