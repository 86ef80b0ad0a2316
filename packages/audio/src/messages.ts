import { defineRules } from '@everyread/core';

/** What narration may say of a report. */
export const audioRules = defineRules(
  {
    id: 'voice-language',
    severity: 'warning',
    title: 'A passage is in a language that no voice speaks',
    why: 'Read with the sounds of another language, it could not be understood. Listeners are told that a passage is left out.',
    mend: 'Install a voice for the language (`everyread voices` lists what there is), or leave the passage to the other editions.',
    wcag: ['3.1.2'],
  },
  {
    id: 'voice-borrowed',
    severity: 'info',
    title: 'Words within a sentence are in a language that no voice speaks',
    why: 'The voice of the report reads them with its own sounds, so that the sentence stays whole; listeners may not know them again.',
    mend: 'Install a voice for the language (`everyread voices` lists what there is), or say how they sound: `:say[diolch]{as="dee-olkh"}`.',
    wcag: ['3.1.2'],
  },
  {
    id: 'voice-unknown',
    severity: 'warning',
    title: 'The report asks for a voice that this machine does not have',
    why: 'Another voice for the language speaks in its place, as if the report had named none.',
    mend: 'Add it with `everyread voices add FOLDER`, name another in `voices`, or choose one with `--voice`. `everyread voices` lists those that there are.',
  },
  {
    id: 'speech-empty',
    severity: 'info',
    title: 'A sentence holds nothing to say',
    why: 'It consists of signs without a sound; the listener gets a short silence.',
    mend: 'Write words, or say with `:say[…]{as="…"}` what the signs mean.',
  },
  {
    id: 'speech-sign',
    severity: 'warning',
    title: 'A pictogram or sign has no name to say',
    why: 'There are names for common ones, in English; others are left out, or left to the voice, which may leave them out.',
    mend: 'Write what it tells in words, say so with `:say[…]{as="…"}`, or give it a name in the front matter’s `lexicon`.',
    wcag: ['1.1.1'],
  },
  {
    id: 'speech-length',
    severity: 'error',
    title: 'A sentence came out of the voice too short or too long',
    why: 'Words may be missing from the recording.',
    mend: 'Listen to the place. A very long word or an unusual sign is the usual cause: rewrite it, or give it a lexicon entry. Where the words are in another script, name their language: `:span[…]{lang=he}`.',
  },
  {
    id: 'speech-picture',
    severity: 'warning',
    title: 'A picture has no text alternative to read out',
    why: 'Listeners hear that there is a picture and not what it shows.',
    mend: 'Say in `alt="…"` what the picture tells, or mark it `decorative`.',
    wcag: ['1.1.1'],
  },
);
