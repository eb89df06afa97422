/** Saves a form's answers as they are given, through its own button «save»; the form works without this. */
export default function start(host: HTMLElement): void {
  if (!(host instanceof HTMLFormElement)) return;
  const state = host.querySelector('[role=status]');
  let sending: Promise<unknown> = Promise.resolve();

  const save = async (): Promise<void> => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(host)) body.append(name, String(value));
    body.set('intent', 'save');
    const answer = await fetch(host.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
    const isSaved = answer !== null && (answer.ok || answer.type === 'opaqueredirect');
    if (state) state.textContent = (isSaved ? host.dataset.saved : host.dataset.failed) ?? '';
  };
  host.addEventListener('change', () => {
    sending = sending.then(save);
  });
}
