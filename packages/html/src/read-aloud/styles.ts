/** Where there is little room the buttons show their shapes alone; their names stay for assistive technology. */
const shapesOnly = (root: string): string =>
  `${root} .player-word-long{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}${root} .player button{padding:.45rem .6rem}`;

/**
 * The look of the player and of the sentence that is spoken. The mark has its own pair of colours in each palette, at least
 * 7:1 with the text in it and with a line below it that stands out from the page, so that nobody needs to see the colour.
 */
export const readAloudStyles = `:root{--spoken:#ffe27a;--on-spoken:#1a1400;--spoken-line:#8a5a00}
@media (prefers-color-scheme:dark){:root{--spoken:#4f4000;--on-spoken:#fff8dc;--spoken-line:#ffd54a}}
:root[data-colours="light"],:root[data-colours="cream"]{--spoken:#ffe27a;--on-spoken:#1a1400;--spoken-line:#8a5a00}
:root[data-colours="dark"]{--spoken:#4f4000;--on-spoken:#fff8dc;--spoken-line:#ffd54a}
:root[data-colours="strong"]{--spoken:#ffe94a;--on-spoken:#000;--spoken-line:#fff}
.spoken-now{background:var(--spoken);color:var(--on-spoken);box-shadow:0 0 0 .15em var(--spoken),0 .3em 0 0 var(--spoken-line);border-radius:.1em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.spoken-now :is(a,strong,em,code,abbr,span,.figure-value,sup){color:inherit}
.spoken-block{outline:.3rem solid var(--spoken-line);outline-offset:.4rem;border-radius:.2rem}
.cover .spoken-block{outline-color:var(--on-primary)}
.player{position:relative;z-index:2;background:var(--tint);border-bottom:.1rem solid var(--line)}
.player[hidden]{display:none}
.player-inner{max-width:66rem;margin:0 auto;padding:.75rem 1.5rem;display:flex;flex-wrap:wrap;align-items:center;gap:.6rem;font-size:1rem;line-height:1.35}
.player button{display:inline-flex;align-items:center;justify-content:center;gap:.5rem;min-width:2.75rem;padding:.45rem .9rem}
.player svg{flex:none;width:1.4em;height:1.4em;fill:currentColor}
.player-listen{background:var(--link);color:var(--background);font-weight:700}
.player .player-listen{padding-inline:1.1rem 1.3rem;min-width:7.5rem}
.player[data-state="playing"] .shape-listen,.player:not([data-state="playing"]) .shape-pause{display:none}
.player-speed{display:inline-flex;align-items:center;gap:.5rem;margin-inline-start:.4rem}
.player-speed select{font:inherit;line-height:1.3;color:var(--link);background:var(--background);border:.12rem solid var(--link);border-radius:.4rem;padding:.5rem .4rem;min-height:2.75rem}
.player p{margin:0;flex:1 1 14rem;min-width:0;color:var(--quiet)}
.player p:empty{display:none}
.player-status{color:var(--text)}
.player-status:not(:empty){font-weight:700}
.player:has(.player-status:not(:empty)) .player-now{display:none}
.listening .player{position:sticky;top:0;box-shadow:0 .15rem .6rem rgb(0 0 0/.18)}
.listening{scroll-padding-top:calc(var(--player,0rem) + 1.5rem)}
.listening main .sentence{cursor:pointer}
.listening main .sentence a{cursor:revert}
${shapesOnly(':root:is([data-size="large"],[data-size="largest"])')}
@media (max-width:56rem){${shapesOnly(':root')}}
@media (max-width:30rem){
.player-inner{padding:.6rem 1rem;gap:.5rem}
.player .player-listen{min-width:0}
.player-speed{margin-inline-start:0}
.player-speed span{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.player p{flex-basis:8rem}
}
/* On a low window, such as one that is enlarged to 400%, a bar that stays would cover the text. */
@media (max-height:30rem){.listening .player{position:relative;box-shadow:none}}
@media (min-width:64rem) and (min-height:30rem){:root.listening:not([data-size="large"],[data-size="largest"]) .page>.contents{top:calc(var(--player,0rem) + 1.5rem);max-height:calc(100vh - var(--player,0rem) - 3rem)}}
:root[data-size="large"].listening .player,:root[data-size="largest"].listening .player{box-shadow:none}
:root[data-size="largest"] .player-now{display:none}
@media (forced-colors:active){
.spoken-now{background:Mark;color:MarkText;box-shadow:none;outline:.15rem solid CanvasText;forced-color-adjust:none}
.spoken-now :is(a,strong,em,code,abbr,span,sup){color:MarkText;background:Mark}
.spoken-block{outline:.3rem solid Highlight}
.player{border-block:.1rem solid CanvasText}
.player button,.player-speed select{border-color:ButtonBorder}
.player svg{fill:ButtonText}
}
@media print{.player{display:none!important}.spoken-now{background:none;color:inherit;box-shadow:none;outline:0}.spoken-block{outline:0}}
`;
