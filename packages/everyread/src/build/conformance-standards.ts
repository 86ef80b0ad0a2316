import type { Job } from '../plan/plan.js';

/** What an edition is made to meet, and who could judge it. */
export interface Aim {
  /** Standards, with their numbers. */
  standards: readonly string[];
  /** Programs of other people that judge such files. A build runs none of them. */
  validators: readonly string[];
}

const documents = 'WCAG 2.2 Level AA, as WCAG2ICT applies it to documents';

const aims: Readonly<Record<string, Aim>> = {
  docx: {
    standards: ['Office Open XML (ISO/IEC 29500)', documents],
    validators: ['Open XML SDK validator', 'the Accessibility Checker of Word'],
  },
  html: { standards: ['HTML Living Standard', 'WCAG 2.2 Level AA'], validators: ['Nu Html Checker', 'axe'] },
  epub: { standards: ['EPUB 3.3', 'EPUB Accessibility 1.1 with WCAG 2.2 Level AA'], validators: ['EPUBCheck', 'Ace by DAISY'] },
  mobi: { standards: ['Mobipocket; no accessibility standard exists for it'], validators: [] },
  azw3: { standards: ['Kindle Format 8; no accessibility standard exists for it'], validators: [] },
  mp3: {
    // Speech of 22,050 Hz and less is MPEG-2: 11172-3 begins at 32,000 Hz.
    standards: ['MPEG Audio Layer III (ISO/IEC 11172-3, ISO/IEC 13818-3)', 'ID3v2.3 with chapters (ID3v2 Chapter Frame Addendum 1.0)'],
    validators: [],
  },
  'daisy-2.02': { standards: ['DAISY 2.02'], validators: ['DAISY Pipeline'] },
  'daisy-3': { standards: ['DAISY 3 (ANSI/NISO Z39.86-2005 (R2012))'], validators: ['DAISY Pipeline'] },
  brf: { standards: ['Braille ASCII; no file standard exists for it'], validators: [] },
  pef: { standards: ['PEF 2008-1'], validators: ['the PEF 2008-1 schema'] },
  ebrl: { standards: ['eBraille 1.0'], validators: [] },
};

/** The standards that a job aims at; none are known of other people's formats. */
export function aimOf(job: Job): Aim {
  if (job.renderer.name === 'pdf') return { standards: pdfStandards(job.options), validators: ['veraPDF', 'PAC'] };
  return Object.hasOwn(aims, job.renderer.name) ? aims[job.renderer.name]! : { standards: [], validators: [] };
}

function pdfStandards(options: { standard?: string; archive?: boolean }): string[] {
  if (options.standard === 'ua-2') return ['PDF/UA-2 (ISO 14289-2:2024)', 'Well-Tagged PDF (WTPDF) 1.0', documents];
  return ['PDF/UA-1 (ISO 14289-1:2014)', ...(options.archive === false ? [] : ['PDF/A-2a (ISO 19005-2:2011)']), documents];
}
