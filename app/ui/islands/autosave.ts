/** Answers given in quick succession are saved together. */
const PAUSE_MS = 1_200;

/** Saves a form's answers as they are given, through its own button «save»; the form works without this. */
export default function start(host: HTMLElement): void {
  if (!(host instanceof HTMLFormElement)) return;
  const state = host.querySelector('[role=status]');
  let leaving = new AbortController();
  let isSending = false;
  let isChanged = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const save = async (): Promise<void> => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(host)) body.append(name, String(value));
    body.set('intent', 'save');
    body.set('quiet', '1');
    const options = { method: 'POST', body, redirect: 'manual', signal: leaving.signal } as const;
    const answer = await fetch(host.action, options).catch(() => null);
    const isSaved = answer !== null && (answer.ok || answer.type === 'opaqueredirect');
    if (state && !leaving.signal.aborted)
      state.textContent = (isSaved ? host.dataset.saved : host.dataset.failed) ?? '';
  };
  const run = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    while (isChanged && !leaving.signal.aborted) {
      isChanged = false;
      await save();
    }
    isSending = false;
  };
  host.addEventListener('change', () => {
    isChanged = true;
    clearTimeout(pause);
    pause = setTimeout(() => void run(), PAUSE_MS);
  });
  // What is sent by hand holds every answer; a save that came after it would be refused.
  host.addEventListener('submit', () => {
    clearTimeout(pause);
    leaving.abort();
  });
  addEventListener('pageshow', () => {
    leaving = new AbortController();
  });
}
