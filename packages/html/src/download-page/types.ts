import type { LinkedEdition, NeedKey, Theme } from '@everyread/core';

/** One file that can be downloaded. */
export interface DownloadFile {
  /** Name of the file, relative to the page. */
  href: string;
  mediaType: string;
  /** Short name of the format, such as `DOCX`. */
  format: string;
  /** Size in bytes. */
  bytes: number;
  /** SHA-256 in hexadecimal. */
  sha256?: string;
}

/** One edition of the report. */
export interface DownloadEdition extends DownloadFile {
  /** What it is, such as “Large print Word”. */
  title: string;
  /** Who it is for, in a sentence. */
  audience: string;
  /** BCP 47 tag. */
  lang: string;
  content: 'full' | 'summary';
  /** The way of reading under which it is offered. Default `other`. */
  need?: NeedKey;
  /** How long it is, where that is known: pages on paper, pages of Braille, or milliseconds of sound. */
  pages?: number;
  braillePages?: number;
  durationMs?: number;
}

/** Accessibility metadata of the EPUB, values as in its package document (schema.org, EPUB Accessibility 1.1). */
export interface EpubAccessibility {
  accessModes: readonly string[];
  accessModesSufficient: readonly string[];
  features: readonly string[];
  hazards: readonly string[];
  summary?: string;
  conformsTo?: string;
  certifiedBy?: string;
}

/** What the page that offers every edition says: plain data, so that any program can make one. */
export interface DownloadPage {
  title: string;
  subtitle?: string;
  /** BCP 47 tag of the page and the report. */
  lang: string;
  publisher?: string;
  author?: string;
  /** ISO date. */
  date?: string;
  description?: string;
  /** How to ask for another format: an e-mail address, a telephone number, a web address or a sentence. */
  contact?: string;
  /** What others may do with the report. */
  rights?: string;
  theme?: Theme;
  /** The logo as a `data:` URL or a relative address. */
  logoUrl?: string;
  /** The cover as a `data:` URL or a relative address, and its text alternative. */
  coverUrl?: string;
  coverAlt?: string;
  coverWidth?: number;
  coverHeight?: number;
  /** In the order in which they are offered. */
  editions: readonly DownloadEdition[];
  /** Editions that people made by hand. */
  linkedEditions?: readonly LinkedEdition[];
  /** One archive of all editions. */
  everything?: DownloadFile;
  epubAccessibility?: EpubAccessibility;
  /** Address of the conformance report, which is in English. */
  conformanceHref?: string;
}
