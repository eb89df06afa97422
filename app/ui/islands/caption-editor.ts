import { CueCard } from './captions/cue-card';
import type { SavedCue } from './captions/send-cue';
import { type EditorSettings, readSettings } from './captions/settings';
import { VideoLink } from './captions/video-link';

/** By the place of the key, so that Kazakh, Russian and Japanese layouts have the same ones. All with Alt. */
const KEYS: Readonly<Record<string, 'start' | 'end' | 'play' | 'split' | 'join' | 'next'>> = {
  KeyI: 'start',
  KeyO: 'end',
  KeyP: 'play',
  KeyX: 'split',
  KeyJ: 'join',
  KeyN: 'next',
};

class Editor {
  private readonly settings: EditorSettings;
  private readonly cards: CueCard[];
  private readonly video: VideoLink | null;

  constructor(private readonly host: HTMLElement) {
    this.settings = readSettings(host);
    const forms = [...host.querySelectorAll<HTMLFormElement>('form[data-cue]')];
    this.cards = forms.map((form) => new CueCard(form, this.settings, (cue) => this.saved(cue)));
    const video = host.querySelector('video');
    this.video = video ? new VideoLink(video) : null;
    this.video?.onTime((seconds) => this.mark(seconds));
    for (const card of this.cards) this.equip(card);
    host.addEventListener('keydown', (event) => this.press(event));
    host.addEventListener('submit', (event) => void this.submit(event));
    addEventListener('beforeunload', (event) => {
      this.video?.remember();
      if (this.cards.some(({ isDirty }) => isDirty)) event.preventDefault();
    });
    addEventListener('online', () => void this.flush());
    const help = host.querySelector<HTMLElement>('[data-keys]');
    if (help) help.hidden = false;
  }

  /** The buttons that need the video stand only where there is a script. */
  private equip(card: CueCard): void {
    const place = card.form.querySelector('.cue-times');
    if (!place || !this.video) return;
    const acts = this.settings.canWrite ? (['play', 'set-start', 'set-end'] as const) : (['play'] as const);
    for (const act of acts) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-plain btn-small';
      button.textContent = this.settings.labels[act];
      button.addEventListener('click', () =>
        this.act(card, act === 'play' ? act : act === 'set-end' ? 'end' : 'start'),
      );
      place.append(button);
    }
  }

  private act(card: CueCard, act: 'start' | 'end' | 'play' | 'split' | 'join' | 'next'): void {
    if (act === 'split' || act === 'join')
      card.form.querySelector<HTMLButtonElement>(`button[value=${act}]`)?.click();
    else if (act === 'next') this.cards[this.cards.indexOf(card) + 1]?.field('text')?.focus();
    else if (this.video && act === 'play') {
      const { start = '0', end = '0' } = card.item?.dataset ?? {};
      this.video.play(Number(start) / 1000, Number(end) / 1000);
    } else if (this.video && act !== 'play') card.setTime(act, this.video.seconds);
  }

  private cardOf(target: EventTarget | null): CueCard | undefined {
    const form = target instanceof Element ? target.closest('form') : null;
    return this.cards.find((card) => card.form === form);
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const card = this.cardOf(event.target);
    if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey) this.undo(event, card);
    const act = event.altKey && !event.ctrlKey && !event.metaKey ? KEYS[event.code] : undefined;
    if (!act || !card) return;
    event.preventDefault();
    this.act(card, act);
  }

  /** While a field holds what is not saved, the browser takes back its own keys. */
  private undo(event: KeyboardEvent, card: CueCard | undefined): void {
    const form = this.host.querySelector<HTMLFormElement>('form[data-undo]');
    if (card?.isDirty || !form || form.hidden) return;
    event.preventDefault();
    form.requestSubmit();
  }

  /** A form that loads the page anew goes only when all other cues are saved. */
  private async submit(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const own = this.cardOf(form);
    const text = own?.field('text');
    const at = own?.field('at');
    if (at && text instanceof HTMLTextAreaElement && event.submitter?.getAttribute('value') === 'split')
      at.value =
        text.selectionStart > 0 && text.selectionStart < text.value.length ? String(text.selectionStart) : '';
    const others = this.cards.filter((card) => card !== own && card.isDirty);
    if (others.length === 0 && !own?.isDirty) return this.video?.remember();
    event.preventDefault();
    const submitter = event.submitter;
    const isRemoval = submitter?.getAttribute('value') === 'remove';
    const saved = await Promise.all(
      [...others, ...(own && !isRemoval ? [own] : [])].map((card) => card.flush()),
    );
    if (saved.every(Boolean)) form.requestSubmit(submitter);
  }

  private flush(): Promise<unknown> {
    return Promise.all(this.cards.map((card) => card.flush()));
  }

  /** What stands elsewhere on the page follows a saved cue. */
  private saved({ changeId, revision, progress }: SavedCue): void {
    const undo = this.host.querySelector<HTMLFormElement>('form[data-undo]');
    const field = undo?.elements.namedItem('changeId');
    if (changeId && undo && field instanceof HTMLInputElement) {
      field.value = changeId;
      undo.hidden = false;
    }
    const shown = this.host.querySelector('[data-progress]');
    if (shown) shown.textContent = progress;
    // With somebody else's changes in between, what is decided here would not be what was seen.
    if (revision !== this.settings.revision + 1) return;
    this.settings.revision = revision;
    for (const each of this.host.querySelectorAll<HTMLInputElement>('input[name=revision]'))
      each.value = String(revision);
  }

  private mark(seconds: number): void {
    for (const { item } of this.cards) {
      if (!item) continue;
      const { start = '0', end = '0' } = item.dataset;
      item.classList.toggle('is-now', seconds * 1000 >= Number(start) && seconds * 1000 < Number(end));
    }
  }
}

/** Makes the paged form an editor: times by key, saving while typing, undo; the form works without this. */
export default function start(host: HTMLElement): void {
  new Editor(host);
}
