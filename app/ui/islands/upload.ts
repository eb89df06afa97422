import { renewPart } from './upload/renew-part';
import { addRow } from './upload/row';
import { sendFile } from './upload/send-file';
import { readSettings } from './upload/settings';

/** Sends the chosen files, several at once, and shows how far each is. */
export default function start(host: HTMLElement): void {
  const settings = readSettings(host);
  const [input, list] = [host.querySelector('input'), host.querySelector('ul')];
  const place = host.querySelector('select');
  if (!input || !list) return;
  const running: (() => boolean)[] = [];
  const take = (files: Iterable<File>) => {
    const organisation = place?.value ?? settings.organisation;
    for (const file of files) {
      const row = addRow(list, file, settings);
      const before = settings.upload;
      if (before && before.bytes !== file.size) {
        row.say(settings.labels['another-file'] ?? '', true);
        row.offer('none');
        continue;
      }
      const follow = host.dataset.follow ?? '';
      running.push(sendFile(file, row, { ...settings, organisation }, () => void renewPart(follow)));
    }
    input.value = '';
  };
  input.disabled = false;
  input.addEventListener('change', () => take(input.files ?? []));
  host.addEventListener('dragover', (event) => event.preventDefault());
  host.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    take(input.multiple ? files : files.slice(0, 1));
  });
  addEventListener('beforeunload', (event) => {
    if (running.some((isRunning) => isRunning())) event.preventDefault();
  });
}
