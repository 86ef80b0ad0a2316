import type { ScreenWords } from '@everyread/core';
import type { OtherLanguage } from '../fragments/own-words.js';

/**
 * The page's script: shows the reading settings, keeps them between visits, and lets each chart be read as picture,
 * sentence or table. Plain JavaScript that any browser of the last years runs; what it needs of words is in it.
 *
 * @param language - of the words, where the page is in another
 */
export function pageScript(words: ScreenWords, language: OtherLanguage = {}): string {
  const texts = {
    ...language,
    legend: words.readChartAs,
    ways: [
      ['picture', words.picture],
      ['sentence', words.sentence],
      ['data', words.tableView],
      ['all', words.allViews],
    ],
  };
  return `(function(){"use strict";
var words=${JSON.stringify(texts).replace(/</g, '\\u003c')};
var root=document.documentElement,key="everyread-reading",kept={};
function keep(){try{localStorage.setItem(key,JSON.stringify(kept))}catch(e){}}
try{var read=JSON.parse(localStorage.getItem(key)||"{}");if(read&&typeof read==="object")kept=read}catch(e){}
function apply(name,value){if(value)root.setAttribute("data-"+name,value);else root.removeAttribute("data-"+name)}
var panel=document.querySelector(".settings"),bar=document.querySelector(".settings-bar");
if(panel&&bar){
var button=bar.querySelector("button"),radios=[].slice.call(panel.querySelectorAll("input"));
radios.forEach(function(radio){
if(radio.value&&kept[radio.name]===radio.value){radio.checked=true;apply(radio.name,radio.value)}
radio.addEventListener("change",function(){if(!radio.checked)return;apply(radio.name,radio.value);if(radio.value)kept[radio.name]=radio.value;else delete kept[radio.name];keep()});
});
bar.hidden=false;
function show(open){panel.hidden=!open;button.setAttribute("aria-expanded",String(open))}
button.addEventListener("click",function(){show(panel.hidden)});
panel.addEventListener("keydown",function(event){if(event.key==="Escape"){show(false);button.focus()}});
panel.querySelector(".settings-reset").addEventListener("click",function(){
radios.forEach(function(radio){if(!radio.value){radio.checked=true;apply(radio.name,"")}});
["size","spacing","width","colours","font","motion"].forEach(function(name){delete kept[name]});keep()});
}
[].slice.call(document.querySelectorAll(".chart-views")).forEach(function(views){
var parts={picture:views.querySelector(".chart-picture"),sentence:views.querySelector(".chart-sentence"),data:views.querySelector(".chart-data")};
if(!parts.picture||!parts.data)return;
var group=document.createElement("fieldset"),legend=document.createElement("legend"),buttons=[];
group.className="chart-ways";if(words.lang){group.lang=words.lang;group.dir=words.dir}legend.textContent=words.legend;group.appendChild(legend);
function choose(way,save){
Object.keys(parts).forEach(function(name){if(parts[name])parts[name].hidden=way!=="all"&&way!==name});
buttons.forEach(function(each){each.setAttribute("aria-pressed",String(each.value===way))});
if(save){kept.chart=way;keep()}}
words.ways.forEach(function(way){
if(way[0]!=="all"&&!parts[way[0]])return;
var each=document.createElement("button");each.type="button";each.value=way[0];each.textContent=way[1];
each.addEventListener("click",function(){choose(way[0],true)});buttons.push(each);group.appendChild(each)});
views.insertBefore(group,views.firstChild);
var wanted=buttons.some(function(each){return each.value===kept.chart})?kept.chart:"picture";choose(wanted,false)});
})();`;
}
