// Everyread inside somebody else's tool: a members' database that mails each person the edition they asked for.
import { publish } from 'everyread';

/** What a member ticked on the form. */
export type Wish = 'docx' | 'docx:large-print' | 'epub' | 'html';

/**
 * Makes one edition of a report that is kept as text.
 *
 * @returns the name and bytes of the attachment
 */
export async function attachmentFor(markdown: string, wish: Wish): Promise<{ name: string; bytes: Uint8Array }> {
  const { ok, files, messages, failures } = await publish({ text: markdown, path: 'report.md' }, { to: [wish] });
  const file = files[0];
  if (!ok || !file) throw new Error([...messages.map(String), ...failures.map((each) => each.error.message)].join('\n'));
  return { name: file.path, bytes: file.body };
}
