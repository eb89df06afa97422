import { type CueFields, type SavedCue, type StoredCue, sendCue } from './send-cue';
import type { EditorSettings } from './settings';
import { timeText } from './times';

/** Keys that follow each other faster are saved together. */
const PAUSE_MS = 900;

/** After a failure of the network it is tried again. */
const RETRY_MS = 5_000;

const element = (name: string, text: string): HTMLElement => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

export type OnSaved = (cue: SavedCue) => void;

/** One cue's form: saves itself while it is edited, and says how that stands. Nothing that was typed is ever lost. */
export class CueCard {
  private saved: CueFields;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  /** Decided by a person first: a conflict, or a refusal that the same words would meet again. */
  private isHeld = false;

  constructor(
    readonly form: HTMLFormElement,
    private readonly settings: EditorSettings,
    private readonly onSaved: OnSaved,
  ) {
    this.saved = this.fields;
    // What the server sent back was not saved.
    if (form.querySelector('.notice')) this.saved = { ...this.saved, text: `${this.saved.text}\u0000` };
    form.addEventListener('input', () => this.changed());
  }

  field(name: string): HTMLInputElement | HTMLTextAreaElement | null {
    const found = this.form.elements.namedItem(name);
    return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
  }

  get fields(): CueFields {
    const value = (name: string) => this.field(name)?.value ?? '';
    return { start: value('start'), end: value('end'), text: value('text') };
  }

  get isDirty(): boolean {
    const { start, end, text } = this.fields;
    return start !== this.saved.start || end !== this.saved.end || text !== this.saved.text;
  }

  get item(): HTMLElement | null {
    return this.form.closest<HTMLElement>('.cue');
  }

  /** Sets a time to a second of the video. */
  setTime(name: 'start' | 'end', seconds: number): void {
    const field = this.field(name);
    if (!field || !this.settings.canWrite) return;
    field.value = timeText(seconds);
    this.changed();
  }

  private changed(): void {
    this.isHeld = false;
    this.say(this.isDirty ? 'unsaved' : 'saved');
    this.soon(PAUSE_MS);
  }

  private soon(ms: number): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.flush(), ms);
  }

  private say(label: keyof EditorSettings['labels'], more = ''): void {
    const state = this.form.querySelector<HTMLElement>('[data-state]');
    if (!state) return;
    state.textContent = [this.settings.labels[label], more].filter(Boolean).join(' ');
    this.form.dataset.saving = label;
  }

  /** Saves what is not saved yet; resolves when there is nothing more to send. True: all of it arrived. */
  async flush(): Promise<boolean> {
    clearTimeout(this.pause);
    while (this.isDirty && !this.isHeld) {
      this.running ??= this.send().finally(() => {
        this.running = null;
      });
      await this.running;
      if (this.form.dataset.saving === 'retry') return false;
    }
    return !this.isDirty;
  }

  private async send(): Promise<void> {
    const fields = this.fields;
    this.say('saving');
    const version = Number(this.field('version')?.value);
    const sent = await sendCue(this.settings, { ...fields, cueId: this.form.dataset.cue ?? '', version });
    if (sent.kind === 'saved') this.adopt(fields, sent.cue);
    else if (sent.kind === 'conflict') this.ask(sent.message, sent.stored);
    else if (sent.kind === 'refused') {
      this.isHeld = true;
      this.say('refused', sent.message);
    } else {
      this.say('retry');
      this.soon(RETRY_MS);
    }
  }

  private adopt(fields: CueFields, cue: SavedCue): void {
    this.saved = fields;
    this.setVersion(cue.version);
    this.form.querySelector('.notice')?.remove();
    const speed = this.form.querySelector('[data-speed]');
    if (speed) speed.textContent = cue.speed;
    const texts = [...cue.warnings, ...cue.missing].map((text) => element('li', text));
    this.form.querySelector('[data-warnings]')?.replaceChildren(...texts);
    if (this.item) Object.assign(this.item.dataset, { start: String(cue.startMs), end: String(cue.endMs) });
    this.say(this.isDirty ? 'unsaved' : 'saved');
    this.onSaved(cue);
  }

  private setVersion(version: number): void {
    const field = this.field('version');
    if (field) field.value = String(version);
  }

  /** Somebody else changed the cue: both texts are shown, and one of two people decides. */
  private ask(message: string, stored: StoredCue | null): void {
    this.isHeld = true;
    this.say('refused');
    const notice = element('div', '');
    notice.className = 'notice tone-warn';
    notice.setAttribute('role', 'alert');
    const body = element('div', '');
    body.append(element('p', message));
    if (stored) {
      const times = `${timeText(stored.startMs / 1000)} – ${timeText(stored.endMs / 1000)}`;
      const theirs = element('p', stored.text || '–');
      theirs.className = 'cue-text';
      theirs.lang = this.settings.lang;
      body.append(element('p', `${this.settings.labels.theirs} ${times}`), theirs);
      body.append(this.choice('keep-mine', stored), this.choice('take-theirs', stored));
    }
    notice.append(body);
    this.form.querySelector('.notice')?.remove();
    this.form.querySelector('.cue-words')?.after(notice);
  }

  private choice(label: 'keep-mine' | 'take-theirs', stored: StoredCue): HTMLElement {
    const button = element('button', this.settings.labels[label]) as HTMLButtonElement;
    button.type = 'button';
    button.className = 'btn btn-plain btn-small';
    button.addEventListener('click', () => {
      this.setVersion(stored.version);
      this.form.querySelector('.notice')?.remove();
      if (label === 'take-theirs') this.show(stored);
      this.isHeld = false;
      void this.flush();
      this.field('text')?.focus();
    });
    return button;
  }

  private show({ startMs, endMs, text }: StoredCue): void {
    const fields = { start: timeText(startMs / 1000), end: timeText(endMs / 1000), text };
    for (const [name, value] of Object.entries(fields)) {
      const field = this.field(name);
      if (field) field.value = value;
    }
    this.saved = fields;
    this.say('saved');
  }
}
