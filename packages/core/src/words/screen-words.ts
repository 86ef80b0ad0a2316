/** Words of pages on a screen: the reading settings of the HTML edition and the page that offers every edition. */
export interface ScreenWords {
  readonly settings: string;
  readonly textSize: string;
  readonly spacing: string;
  readonly lineWidth: string;
  readonly colours: string;
  readonly font: string;
  readonly motion: string;
  readonly normal: string;
  readonly larger: string;
  readonly large: string;
  readonly largest: string;
  readonly wide: string;
  readonly wider: string;
  readonly narrow: string;
  readonly full: string;
  readonly automatic: string;
  readonly light: string;
  readonly dark: string;
  readonly cream: string;
  readonly strong: string;
  readonly fontClear: string;
  readonly fontSans: string;
  readonly fontSerif: string;
  readonly motionOff: string;
  readonly reset: string;
  readonly readChartAs: string;
  readonly picture: string;
  readonly sentence: string;
  readonly tableView: string;
  readonly allViews: string;
  /** Name of the player, and of the edition after the format: “Web page, read aloud”. */
  readonly readAloud: string;
  readonly readAloudTitle: string;
  readonly listen: string;
  readonly pause: string;
  readonly stop: string;
  readonly previousSentence: string;
  readonly nextSentence: string;
  readonly speed: string;
  /** `{duration}` is printed in words. */
  readonly spokenLength: string;
  /** `{name}` is the voice. */
  readonly spokenBy: string;
  /** `{duration}` is printed in words. */
  readonly timeLeft: string;
  /** What the player says when it falls silent; `{place}` is a heading. */
  readonly pausedAt: string;
  readonly stopped: string;
  readonly listenedToEnd: string;
  readonly soundFails: string;
  readonly otherFormats: string;
  readonly rights: string;
  readonly published: string;
  readonly editionsTitle: string;
  readonly editionsIntro: string;
  readonly formatHead: string;
  readonly audienceHead: string;
  readonly sizeHead: string;
  readonly lengthHead: string;
  readonly languageHead: string;
  readonly fileHead: string;
  readonly wholeReport: string;
  readonly summaryOnly: string;
  /** Ways of reading, under which editions are offered. */
  readonly needs: Readonly<Record<NeedKey, string>>;
  /**
   * Names of editions and who they are for, by format, such as `docx`, or format and edition, such as `docx:large-print`: where
   * the format does not say it in this language, or says it of another edition.
   */
  readonly formats: Readonly<Record<string, { readonly title: string; readonly audience?: string }>>;
  /** Sign languages by their tag: browsers and Node have no names for most of them. */
  readonly signLanguages: Readonly<Record<string, string>>;
  readonly pageOne: string;
  readonly pageMany: string;
  readonly braillePageOne: string;
  readonly braillePageMany: string;
  readonly minuteOne: string;
  readonly minuteMany: string;
  readonly hourOne: string;
  readonly hourMany: string;
  readonly linkedTitle: string;
  readonly everythingTitle: string;
  readonly everythingLink: string;
  readonly kindleTitle: string;
  readonly kindleSend: string;
  readonly kindleUsb: string;
  readonly checksumTitle: string;
  readonly checksumIntro: string;
  readonly checksumShow: string;
  readonly conformanceIntro: string;
  readonly epubTitle: string;
  readonly waysOfReading: string;
  readonly conformance: string;
  readonly navigation: string;
  readonly richContent: string;
  readonly hazards: string;
  readonly accessibilitySummary: string;
  readonly additional: string;
  readonly contactTitle: string;
  readonly skipToEditions: string;
  readonly download: string;
  /** Sentences of the Accessibility Metadata Display Guide 2.0 (EDRLab, DAISY, W3C), compact form. */
  readonly guide: Readonly<Record<GuideKey, string>>;
}

/** How people read: on a screen or paper, in large print, with a book reader, by ear, by touch. */
export type NeedKey = 'read' | 'largePrint' | 'book' | 'listen' | 'touch' | 'other';

/** What the Display Guide says of an EPUB. */
export type GuideKey =
  | 'appearanceModifiable'
  | 'appearanceNot'
  | 'readable'
  | 'readableNot'
  | 'alternatives'
  | 'audioSynchronised'
  | 'pass'
  | 'passAA'
  | 'certifier'
  | 'noConformance'
  | 'contents'
  | 'headings'
  | 'pages'
  | 'index'
  | 'noNavigation'
  | 'longDescriptions'
  | 'math'
  | 'richUnknown'
  | 'hazardNone'
  | 'hazardUnknown'
  | 'flashing'
  | 'motion'
  | 'sound'
  | 'noSummary'
  | 'pageMarkers'
  | 'aria'
  | 'ttsMarkup'
  | 'readingOrder'
  | 'language'
  | 'largePrint'
  | 'highContrast';
