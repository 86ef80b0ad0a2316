import { ImageRun, type ParagraphChild } from 'docx';
import { cleanLine } from '../clean-text.js';
import type { Twips } from '../design.js';
import type { Scope } from '../scope.js';
import type { Picture } from './picture.js';

/** What a picture says: words, or nothing because it is decoration. Never both (bar 5). */
export type PictureMeaning = { alt: string } | { decorative: true };

/** How large a picture may be, in points. */
export interface PictureRoom {
  widthPt: number;
  heightPt: number;
  /** How far a small picture may be enlarged. Default 1. */
  enlarge?: number;
}

/** The size of a picture in its room, in points. */
export function fitPicture(picture: Picture, room: PictureRoom): { widthPt: number; heightPt: number } {
  const scale = Math.min(room.enlarge ?? 1, room.widthPt / picture.widthPt, room.heightPt / picture.heightPt);
  return { widthPt: picture.widthPt * scale, heightPt: picture.heightPt * scale };
}

/** A picture in the line: nothing floats, so it is read where it stands. */
export function pictureRun(picture: Picture, meaning: PictureMeaning, room: PictureRoom, scope: Pick<Scope, 'job'>): ParagraphChild {
  const { widthPt, heightPt } = fitPicture(picture, room);
  const { job } = scope;
  job.pictureCount += 1;
  const name = `${job.words.image} ${job.pictureCount}`;
  if (picture.path !== undefined) job.marks.picture(name, picture.path);
  return new ImageRun({
    type: picture.type,
    data: job.files.standIn(picture.data),
    transformation: { width: (widthPt * 96) / 72, height: (heightPt * 96) / 72 },
    ...('alt' in meaning ? { altText: { name, description: cleanLine(meaning.alt) } } : { altText: { name }, decorative: true }),
  });
}

/** The room for a picture that stands alone: the column, and not much more than half a page. */
export function blockRoom(scope: Scope, width: Twips = scope.width): PictureRoom {
  const { design } = scope.job;
  return { widthPt: width / 20, heightPt: (design.textHeight / 20) * (design.large ? 0.6 : 0.45), enlarge: design.large ? 2 : 1.5 };
}
