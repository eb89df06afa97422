import type { Lang } from '~/i18n/locales';
import { pagePath } from '../paths';

/** Facts of pages in the words of schema.org. Pure: pages fill them from what their loader read. */
export type StructuredData = { '@type': string; [property: string]: unknown };

/** Where the page stands: address of the site, language, and the whole address of a path without language. */
export type Place = { site: string; lang: Lang; url(path: string): string };

export const placeOf = (site: string, lang: Lang): Place => ({
  site,
  lang,
  url: (path) => `${site}${pagePath(lang, path)}`,
});

/** A person or an organisation in its own spelling. */
export type Named = { name: string; path?: string | undefined };

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Leaves out what is unknown: an empty property says something wrong. */
const stated = (type: string, facts: Record<string, unknown>): StructuredData => ({
  '@type': type,
  ...Object.fromEntries(Object.entries(facts).filter(([, value]) => isGiven(value))),
});

const organisation = (at: Place, { name, path }: Named): StructuredData =>
  stated('Organization', { name, url: path ? at.url(path) : undefined });

/** The whole list for one page, as the one object that its script element holds. */
export const graphOf = (items: readonly StructuredData[]): object => ({
  '@context': 'https://schema.org',
  '@graph': items,
});

/** Minutes as ISO 8601: 90 → PT1H30M. */
export function isoDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

/** The site itself, for the home page. */
export const siteData = (at: Place, facts: { name: string; description: string }): StructuredData =>
  stated('WebSite', { ...facts, url: at.url('/'), inLanguage: at.lang });

export type CourseFacts = {
  path: string;
  name: string;
  description: string;
  provider: Named;
  minutes: number;
  /** Languages in which it can be heard or read. */
  langs: readonly string[];
  level?: string | undefined;
  teaches?: readonly string[] | undefined;
  needs?: readonly Named[] | undefined;
  changedAt?: Date | undefined;
};

/** A course; every one is free of charge and studied online in one's own time. */
export const courseData = (at: Place, course: CourseFacts): StructuredData =>
  stated('Course', {
    url: at.url(course.path),
    name: course.name,
    description: course.description,
    provider: organisation(at, course.provider),
    inLanguage: course.langs,
    educationalLevel: course.level,
    teaches: course.teaches,
    coursePrerequisites: course.needs?.map(({ name, path }) =>
      stated('Course', { name, url: path ? at.url(path) : undefined }),
    ),
    dateModified: course.changedAt?.toISOString().slice(0, 10),
    isAccessibleForFree: true,
    offers: stated('Offer', { category: 'Free' }),
    hasCourseInstance: stated('CourseInstance', {
      courseMode: 'Online',
      courseWorkload: isoDuration(course.minutes),
    }),
  });

export type EventFacts = {
  path: string;
  name: string;
  description: string;
  /** Moments; written with their zone's offset by whoever knows it, or in UTC. */
  startsAt: Date;
  endsAt: Date;
  mode: 'online' | 'offline' | 'mixed';
  place?: { name: string; address?: string | undefined } | undefined;
  hosts: readonly Named[];
  langs: readonly string[];
};

const MODES = {
  online: 'OnlineEventAttendanceMode',
  offline: 'OfflineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
} as const;

function placesOf(at: Place, { mode, place, path }: EventFacts): StructuredData[] {
  const online = mode === 'offline' ? [] : [stated('VirtualLocation', { url: at.url(path) })];
  const hall =
    mode === 'online' || !place ? [] : [stated('Place', { name: place.name, address: place.address })];
  return [...online, ...hall];
}

/** A seminar. */
export const eventData = (at: Place, event: EventFacts): StructuredData =>
  stated('Event', {
    url: at.url(event.path),
    name: event.name,
    description: event.description,
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${MODES[event.mode]}`,
    location: placesOf(at, event),
    organizer: event.hosts.map((host) => organisation(at, host)),
    inLanguage: event.langs,
    isAccessibleForFree: true,
  });

export type VideoFacts = {
  path: string;
  name: string;
  description: string;
  /** Whole address of a picture; the page's preview when the recording has none of its own. */
  thumbnailUrl?: string | undefined;
  publishedAt: Date;
  durationSec: number | null;
  langs: readonly string[];
  captions?: readonly string[] | undefined;
  credit?: string | undefined;
  chapters?: readonly { name: string; startSec: number; endSec?: number | undefined }[] | undefined;
};

/** A recording with its chapters. Its stream's address is signed for each viewer and is no public fact. */
export const videoData = (at: Place, video: VideoFacts): StructuredData =>
  stated('VideoObject', {
    url: at.url(video.path),
    name: video.name,
    description: video.description,
    thumbnailUrl: video.thumbnailUrl ?? previewUrl(at, video.path),
    uploadDate: video.publishedAt.toISOString(),
    duration: video.durationSec === null ? undefined : `PT${Math.round(video.durationSec)}S`,
    inLanguage: video.langs,
    creditText: video.credit,
    hasPart: video.chapters?.map(({ name, startSec, endSec }) =>
      stated('Clip', {
        name,
        startOffset: Math.round(startSec),
        endOffset: endSec === undefined ? undefined : Math.round(endSec),
        url: `${at.url(video.path)}?t=${Math.round(startSec)}`,
      }),
    ),
  });

export type TermFacts = {
  path: string;
  name: string;
  description?: string | undefined;
  /** The same in other scripts and spellings. */
  otherNames: readonly string[];
  /** The list it belongs to, such as the glossary. */
  set: Named;
  code?: string | undefined;
};

/** A technique or a word of the glossary. */
export const termData = (at: Place, term: TermFacts): StructuredData =>
  stated('DefinedTerm', {
    url: at.url(term.path),
    name: term.name,
    description: term.description,
    alternateName: term.otherNames,
    termCode: term.code,
    inDefinedTermSet: stated('DefinedTermSet', {
      name: term.set.name,
      url: term.set.path ? at.url(term.set.path) : undefined,
    }),
  });

/** The list itself: all techniques, the glossary. */
export const termSetData = (
  at: Place,
  set: { path: string; name: string; description: string },
): StructuredData =>
  stated('DefinedTermSet', {
    url: at.url(set.path),
    name: set.name,
    description: set.description,
    inLanguage: at.lang,
  });

export type PersonFacts = {
  path: string;
  name: string;
  otherNames: readonly string[];
  description: string;
  organisation?: Named | undefined;
};

/** An instructor, by the name they teach under. */
export const personData = (at: Place, person: PersonFacts): StructuredData =>
  stated('Person', {
    url: at.url(person.path),
    name: person.name,
    alternateName: person.otherNames,
    description: person.description,
    affiliation: person.organisation ? organisation(at, person.organisation) : undefined,
  });

/** The way from the home page; the last one is the page itself. */
export const crumbsData = (at: Place, way: readonly { label: string; to: string }[]): StructuredData =>
  stated('BreadcrumbList', {
    itemListElement: way.map(({ label, to }, index) =>
      stated('ListItem', { position: index + 1, name: label, item: at.url(to) }),
    ),
  });

/** Address of the picture that a page shows where somebody passes its link on. */
export const previewUrl = (at: Place, path: string): string =>
  `${at.site}/previews/${at.lang}${path === '/' ? '/home' : path}.png`;
