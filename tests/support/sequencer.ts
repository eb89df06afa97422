import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const reads = ({ moduleId }: TestSpecification, what: RegExp): boolean =>
  what.test(readFileSync(moduleId, 'utf8'));

const ENCODER = /makeMaster|makeTone|useMux/;
const DEMO = /demo: true|useSenders\(/;
/** Short files that take long: begun at the end, one of them would keep a single processor busy. */
const LONG = /useSenders\(|packageRecordings\(/;

/** Processes that are started and killed have their times: later the browser's tests go before everything here. */
const STARTS = /\/tests\/scripts\//;

/** 0 for files that start processes, 1 for those that need no more than the processor, 2 for those that wait for the encoder, 3 and 4 for those that need the demo. */
function turnOf(file: TestSpecification): number {
  if (STARTS.test(file.moduleId)) return 0;
  if (reads(file, DEMO)) return reads(file, LONG) ? 3 : 4;
  return reads(file, ENCODER) ? 2 : 1;
}

/** Files that need the demo come last: it is being loaded while the others run. */
export class DemoLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [0, 1, 2, 3, 4].flatMap((turn) => sorted.filter((file) => turnOf(file) === turn));
  }
}
