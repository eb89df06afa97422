import { expect, test } from 'vitest';
import { findPublicPage, isIndexed, PUBLIC_PAGES } from './public-pages';
import {
  courseData,
  crumbsData,
  eventData,
  isoDuration,
  placeOf,
  previewUrl,
  termData,
  videoData,
} from './structured-data';

const at = placeOf('https://shihan.test', 'kk');

test('a course says what it costs, how long it takes and who gives it', () => {
  const course = courseData(at, {
    path: '/courses/kuzushi',
    name: 'Кузуши',
    description: 'Тепе-теңдік',
    provider: { name: 'Jenys Judo Club' },
    minutes: 90,
    langs: ['kk', 'ja'],
    teaches: [],
  });
  expect(course).toMatchObject({
    '@type': 'Course',
    url: 'https://shihan.test/kk/courses/kuzushi',
    offers: { category: 'Free' },
    hasCourseInstance: { courseMode: 'Online', courseWorkload: 'PT1H30M' },
  });
  expect(course).not.toHaveProperty('teaches');
  expect(course).not.toHaveProperty('educationalLevel');
});

test('an event online has a place in the net, one in a hall has its address', () => {
  const facts = {
    path: '/seminars/one',
    name: 'x',
    description: 'y',
    startsAt: new Date('2026-11-29T09:00:00Z'),
    endsAt: new Date('2026-11-29T11:00:00Z'),
    hosts: [{ name: 'JUDOs' }],
    langs: ['ja'],
    place: { name: 'Dojo' },
  };
  expect(eventData(at, { ...facts, mode: 'online' }).location).toEqual([
    { '@type': 'VirtualLocation', url: 'https://shihan.test/kk/seminars/one' },
  ]);
  expect(eventData(at, { ...facts, mode: 'offline' }).location).toEqual([{ '@type': 'Place', name: 'Dojo' }]);
  expect(eventData(at, { ...facts, mode: 'mixed' }).location).toHaveLength(2);
});

test('a recording leads to the second of each chapter', () => {
  const video = videoData(at, {
    path: '/recordings/ukemi',
    name: 'x',
    description: 'y',
    publishedAt: new Date('2026-01-02T00:00:00Z'),
    durationSec: null,
    langs: [],
    chapters: [{ name: 'a', startSec: 61.4 }],
  });
  expect(video).not.toHaveProperty('duration');
  expect(video.thumbnailUrl).toBe('https://shihan.test/previews/kk/recordings/ukemi.png');
  expect(video.hasPart).toMatchObject([
    { startOffset: 61, url: 'https://shihan.test/kk/recordings/ukemi?t=61' },
  ]);
});

test('a term belongs to its list, crumbs are counted from one', () => {
  const term = termData(at, {
    path: '/techniques/uchi-mata',
    name: '内股',
    otherNames: ['uchi-mata'],
    set: { name: 'x', path: '/techniques' },
  });
  expect(term.inDefinedTermSet).toMatchObject({ url: 'https://shihan.test/kk/techniques' });
  expect(crumbsData(at, [{ label: 'a', to: '/' }]).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'a', item: 'https://shihan.test/kk' },
  ]);
});

test('durations and pictures', () => {
  expect([0, 45, 60, 95].map(isoDuration)).toEqual(['PT0M', 'PT45M', 'PT1H', 'PT1H35M']);
  expect(previewUrl(at, '/')).toBe('https://shihan.test/previews/kk/home.png');
});

test('the table knows its pages and no others', () => {
  expect(findPublicPage('/courses/kuzushi')).toMatchObject({
    page: { path: '/courses/:course' },
    params: { course: 'kuzushi' },
  });
  expect(isIndexed('/courses')).toBe(true);
  expect(isIndexed('/verify/0000000000000')).toBe(false);
  expect(findPublicPage('/learn')).toBeNull();
  expect(findPublicPage('/courses/a/b')).toBeNull();
  expect(new Set(PUBLIC_PAGES.map(({ path }) => path)).size).toBe(PUBLIC_PAGES.length);
});
