/** Saves a form's answers as they are given, through its own button «save»; the form works without this. */
export default function start(host: HTMLElement): void {
  if (!(host instanceof HTMLFormElement)) return;
  const state = host.querySelector('[role=status]');
  let leaving = new AbortController();
  let isSending = false;
  let isChanged = false;

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
  host.addEventListener('change', async () => {
    isChanged = true;
    if (isSending) return;
    isSending = true;
    while (isChanged && !leaving.signal.aborted) {
      isChanged = false;
      await save();
    }
    isSending = false;
  });
  // What is sent by hand holds every answer; a save that came after it would be refused.
  host.addEventListener('submit', () => leaving.abort());
  addEventListener('pageshow', () => {
    leaving = new AbortController();
  });
}
