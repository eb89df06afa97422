interface Suggestion {
  kind_name: string;
  title: string;
  title_lang: string;
  path: string;
  beside: { text: string; lang: string } | null;
}
interface Answer {
  suggestions: Suggestion[];
  summary: string;
}

/** Keys that follow each other faster are one question. */
const PAUSE_MS = 90;

const MOST_KEPT = 60;

const element = (name: string, attributes: Record<string, string>, text = ''): HTMLElement => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

function optionOf(suggestion: Suggestion, id: string): HTMLElement {
  const { title, title_lang: lang, beside, kind_name: kind } = suggestion;
  const option = element('li', { role: 'option', id, 'aria-selected': 'false' });
  option.append(element('span', { lang }, title));
  if (beside) option.append(element('small', { lang: beside.lang }, beside.text));
  option.append(element('small', {}, kind));
  return option;
}

/** Asks the server, each question once; an older question is dropped when a newer one is asked. */
function asker(lang: string): (q: string) => Promise<Answer | null> {
  const known = new Map<string, Answer>();
  let running = new AbortController();
  return async (q) => {
    running.abort();
    running = new AbortController();
    const kept = known.get(q);
    if (kept) return kept;
    const address = `/api/v1/suggestions?${new URLSearchParams({ q, lang })}`;
    try {
      const response = await fetch(address, { signal: running.signal });
      if (!response.ok) return null;
      const answer: Answer = await response.json();
      if (known.size >= MOST_KEPT) known.clear();
      known.set(q, answer);
      return answer;
    } catch {
      return null;
    }
  };
}

class Combobox {
  private shown: Suggestion[] = [];
  private active = -1;
  private readonly list: HTMLElement;
  private readonly ask: (q: string) => Promise<Answer | null>;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
  ) {
    const id = `${input.id}-suggestions`;
    this.list = element('ul', {
      id,
      role: 'listbox',
      class: 'suggestions',
      'aria-label': form.dataset.label ?? '',
    });
    this.list.hidden = true;
    this.ask = asker(document.documentElement.lang);
    // The pattern is one of text fields; a field of the type search has a role of its own.
    input.type = 'text';
    input.inputMode = 'search';
    const roles = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': id,
    };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.after(this.list);
    input.addEventListener('input', () => this.soon());
    input.addEventListener('keydown', (event) => this.press(event));
    input.addEventListener('blur', () => this.close());
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.click(event));
  }

  private soon(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.refresh(), PAUSE_MS);
  }

  private async refresh(): Promise<void> {
    const q = this.input.value.trim();
    if (q === '') return this.close();
    const answer = await this.ask(q);
    if (!answer || q !== this.input.value.trim() || document.activeElement !== this.input) return;
    this.shown = answer.suggestions;
    this.list.replaceChildren(...this.shown.map((one, index) => optionOf(one, `${this.list.id}-${index}`)));
    this.activate(-1);
    this.open(this.shown.length > 0);
    this.say(answer.summary);
  }

  private say(words: string): void {
    const status = this.form.querySelector('[role=status]');
    if (status) status.textContent = words;
  }

  private open(isOpen: boolean): void {
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) this.activate(-1);
  }

  private close(): void {
    clearTimeout(this.pause);
    this.open(false);
  }

  private activate(index: number): void {
    this.active = index;
    for (const [at, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(at === index));
    const chosen = this.list.children[index];
    if (chosen) this.input.setAttribute('aria-activedescendant', chosen.id);
    else this.input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  /** Between the last option and the first one lies the field itself. */
  private move(step: number): void {
    if (this.list.hidden) {
      if (this.shown.length > 0) this.open(true);
      else void this.refresh();
      return;
    }
    const places = this.shown.length + 1;
    this.activate(((this.active + 1 + step + places) % places) - 1);
  }

  private press(event: KeyboardEvent): void {
    // While signs are being composed (Japanese), the keys belong to the input method.
    if (event.isComposing || event.keyCode === 229) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) this.move(step);
    else if (event.key === 'Escape' && !this.list.hidden) this.close();
    else if (event.key === 'Enter' && this.active >= 0) this.go(this.active);
    else return;
    event.preventDefault();
  }

  private click(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) this.go([...this.list.children].indexOf(option));
  }

  private go(index: number): void {
    const chosen = this.shown[index];
    if (chosen) location.assign(`/${document.documentElement.lang}${chosen.path}`);
  }
}

/** Makes the search's field a combobox (WAI-ARIA authoring practices); the form works without this. */
export default function start(host: HTMLElement): void {
  const input = host.querySelector<HTMLInputElement>('input[name=q]');
  if (host instanceof HTMLFormElement && input) new Combobox(host, input);
}
