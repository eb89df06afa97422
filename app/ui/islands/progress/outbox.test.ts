import { describe, expect, it } from 'vitest';
import { createOutbox, memoryShelf, type Shelf } from './outbox';

describe('outbox of watched seconds', () => {
  it('keeps seconds until they are confirmed', () => {
    const shelf = memoryShelf();
    const outbox = createOutbox(shelf, 'coach');
    outbox.add({ lessonId: 'a', intervals: [[0, 10]], position: 10 });
    const sum = outbox.add({ lessonId: 'a', intervals: [[10, 20]], position: 20 });
    expect(sum).toEqual({ lessonId: 'a', intervals: [[0, 20]], position: 20 });
    expect(createOutbox(shelf, 'coach').list()).toEqual([sum]);
    outbox.add({ lessonId: 'a', intervals: [[20, 25]], position: 25 });
    outbox.confirm(sum);
    expect(outbox.list()).toEqual([{ lessonId: 'a', intervals: [[20, 25]], position: 25 }]);
    outbox.confirm({ lessonId: 'a', intervals: [[20, 25]], position: 25 });
    expect([outbox.list(), shelf.length]).toEqual([[], 0]);
  });

  it('never hands one person the seconds of another', () => {
    const shelf = memoryShelf();
    createOutbox(shelf, 'coach').add({ lessonId: 'a', intervals: [[0, 5]], position: 5 });
    expect(createOutbox(shelf, 'coach2').list()).toEqual([]);
  });

  it('reads nothing from damaged entries', () => {
    const shelf = memoryShelf(
      new Map([
        ['shihan.progress.coach.a', '{'],
        ['shihan.progress.coach.b', '{"lessonId":"b","intervals":[[0,"x"],[3,9],[1.5,2]]}'],
        ['other', '1'],
      ]),
    );
    expect(createOutbox(shelf, 'coach').list()).toEqual([
      { lessonId: 'b', intervals: [[3, 9]], position: 0 },
    ]);
  });

  it('goes on when the device keeps nothing', () => {
    const full: Shelf = {
      ...memoryShelf(),
      setItem: () => {
        throw new Error('full');
      },
    };
    const sum = createOutbox(full, 'coach').add({ lessonId: 'a', intervals: [[0, 5]], position: 5 });
    expect(sum.intervals).toEqual([[0, 5]]);
  });
});
