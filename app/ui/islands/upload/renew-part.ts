/** Puts a part of this page, as the server now has it, in place of the old one; whatever else was typed stays. */
export async function renewPart(selector: string): Promise<void> {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
  if (!old || !fresh) return;
  old.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent('part-renewed', { bubbles: true }));
}
