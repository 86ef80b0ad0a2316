/** What is said of the structure; each may be switched off. */
export interface Announcements {
  /** “Heading level 2:”. */
  headings: boolean;
  /** “List of 4 items.” and “End of list.” */
  lists: boolean;
  /** Size before a table, headers with each cell, “End of table.” */
  tables: boolean;
  /** “Image:” before a text alternative. */
  pictures: boolean;
  /** “Quote:” and “End of quote”. Who said it is always told. */
  quotes: boolean;
  /** “Note 1:” and “End of note.” around a note, “note 1” at its mark. */
  notes: boolean;
  /** “Page 24.” */
  pages: boolean;
  /** “link” after the words of a link. */
  links: boolean;
  /** “Chart:”. */
  charts: boolean;
  /** “Step 2:” and the kind of a callout. */
  blocks: boolean;
}

/** All but links, which a listener can't follow. */
export const defaultAnnouncements: Announcements = {
  headings: true,
  lists: true,
  tables: true,
  pictures: true,
  quotes: true,
  notes: true,
  pages: true,
  links: false,
  charts: true,
  blocks: true,
};

/** Nothing is announced. */
export const silent: Announcements = {
  headings: false,
  lists: false,
  tables: false,
  pictures: false,
  quotes: false,
  notes: false,
  pages: false,
  links: false,
  charts: false,
  blocks: false,
};

/** Silence after each kind of place, in milliseconds. */
export interface Pauses {
  sentence: number;
  paragraph: number;
  listItem: number;
  cell: number;
  /** Before and after a heading. */
  beforeHeading: number;
  afterHeading: number;
  section: number;
}

/** The silences of a narration that asks for no others. */
export const defaultPauses: Pauses = {
  sentence: 250,
  paragraph: 600,
  listItem: 400,
  cell: 200,
  beforeHeading: 1200,
  afterHeading: 700,
  section: 1500,
};
