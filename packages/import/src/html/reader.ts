import type { Meta, PhrasingContent } from '@everyread/core';
import type { Findings } from '../importing.js';
import type { PictureFiles } from '../picture-files.js';
import type { Places } from '../places.js';
import type { ClassLooks } from './css.js';
import type { DomElement } from './dom.js';

/** What one reading of a page knows. */
export interface HtmlReader {
  /** How many characters merged cells may still give to the cells which they cover. */
  room: number;
  findings: Findings;
  places: Places;
  pictures: PictureFiles;
  classes: ClassLooks;
  meta: Meta;
  /** Whether Everyread made the page: its classes say what each block is. */
  own: boolean;
  /** The notes: the element that holds one → its identifier. */
  notes: ReadonlyMap<DomElement, string>;
  /** The marks of notes: the link → the identifier. */
  marks: ReadonlyMap<DomElement, string>;
  /** Elements that notes make superfluous: ways back, lists that hold nothing else. */
  superfluous: ReadonlySet<DomElement>;
}

/** What the elements around hand down. */
export interface Around {
  reader: HtmlReader;
  /** BCP 47 tag of the element around. */
  lang: string;
  dir: string;
  /** White space counts. */
  pre: boolean;
  /** Puts the marks of elements around a block on its lines: a link around paragraphs is a link in each. */
  wrap?: ((line: PhrasingContent[]) => PhrasingContent[]) | undefined;
}
