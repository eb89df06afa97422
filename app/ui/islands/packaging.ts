import { renewPart } from './upload/renew-part';

type News = { state: string; isOver: boolean; steps: Record<string, number> };

/** Milliseconds between two looks where events do not come through. */
const LOOK = 5_000;

/** Moves the bars of the steps as the server tells; when a step or the state changes, the part is written anew. */
export default function start(host: HTMLElement): void {
  const events = new EventSource(host.dataset.events ?? '');
  const part = `#${host.id}`;
  let before: string | null = null;
  const end = () => {
    events.close();
    void renewPart(part);
  };
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as News;
    for (const [name, percent] of Object.entries(news.steps)) {
      const bar = host.querySelector<HTMLProgressElement>(`[data-step="${name}"] progress`);
      if (bar) bar.value = percent;
    }
    before ??= news.state;
    if (news.isOver || news.state !== before) end();
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(end, LOOK);
  });
}
