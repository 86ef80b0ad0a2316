/** A plain style sheet: players bring their own, and readers theirs. */
export const style = `body, book { font-family: sans-serif; line-height: 1.5; }
.title, caption { font-weight: bold; }
.quote blockquote, blockquote { margin-left: 1em; }
div.callout { border-left: 0.3em solid; padding-left: 1em; margin: 1em 0; }
.attribution, .credit { font-style: italic; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.5em; text-align: left; }
`;
