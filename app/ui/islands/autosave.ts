/** Answers given in quick succession are saved together. */
const PAUSE_MS = 1_200;

/** Posts the form's answers as its own button «save» would, quietly; says whether they arrived. */
async function post(form: HTMLFormElement, signal: AbortSignal): Promise<boolean> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  body.set('intent', 'save');
  body.set('quiet', '1');
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal }).catch(
    () => null,
  );
  return answer !== null && (answer.ok || answer.type === 'opaqueredirect');
}

/** Saves a form's answers as they are given; the form works without this. */
export default function start(host: HTMLElement): void {
  if (!(host instanceof HTMLFormElement)) return;
  const state = host.querySelector('[role=status]');
  let leaving = new AbortController();
  let isSending = false;
  let isChanged = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const save = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    while (isChanged && !leaving.signal.aborted) {
      isChanged = false;
      const isSaved = await post(host, leaving.signal);
      if (state && !leaving.signal.aborted)
        state.textContent = (isSaved ? host.dataset.saved : host.dataset.failed) ?? '';
    }
    isSending = false;
  };
  host.addEventListener('change', () => {
    isChanged = true;
    clearTimeout(pause);
    pause = setTimeout(() => void save(), PAUSE_MS);
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
