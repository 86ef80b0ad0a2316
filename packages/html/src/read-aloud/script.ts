import type { ScreenWords } from '@everyread/core';
import type { Timing } from './timing.js';

/**
 * The player's script: plain JavaScript that any browser of the last years runs, in the page. It never moves the focus, and
 * its status speaks only when the voice is silent. The sound becomes a `blob:` when its turn comes, the next one shortly before.
 *
 * @param name - keeps the place in this report apart from the place in another
 */
export function readAloudScript(timing: Timing, words: ScreenWords, name: string): string {
  const { listen, pause, timeLeft, pausedAt, stopped, listenedToEnd, soundFails, minuteOne, minuteMany, hourOne, hourMany } = words;
  const texts = { listen, pause, timeLeft, pausedAt, stopped, listenedToEnd, soundFails, minuteOne, minuteMany, hourOne, hourMany };
  const json = (value: unknown): string =>
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028|\u2029/g, ' ');
  return `(function(){"use strict";
var words=${json(texts)};
var sounds=${json(timing.sounds.map((sound) => [sound.ms, sound.clips]))};
var place=${json(`everyread-place ${name}`)},speedKey="everyread-speed";
var root=document.documentElement,bar=document.querySelector(".player");
var stores=[].slice.call(document.querySelectorAll("template.sound"));
if(!bar||!stores.length||!window.Blob||!window.URL)return;
function find(name){return bar.querySelector(".player-"+name)}
function read(key){try{return localStorage.getItem(key)}catch(e){return null}}
function keep(key,value){try{if(value===null)localStorage.removeItem(key);else localStorage.setItem(key,value)}catch(e){}}
var listen=find("listen"),now=find("now"),status=find("status"),speed=bar.querySelector("select");
var clips=[],before=0;
sounds.forEach(function(sound,file){sound[1].forEach(function(clip){clips.push({id:clip[0],file:file,begin:clip[1],end:clip[2],from:before+clip[1]})});before+=sound[0]});
var total=before,at=0,state="silent",marked=null,follow=true,loaded=-1,urls={},watching=false;
var audio=new Audio();audio.preload="auto";
var headings=[].slice.call(document.querySelectorAll(".cover h1,main h2,main h3,main h4,main h5,main h6"));

function fill(text,name,value){return text.replace("{"+name+"}",function(){return value})}
function say(text){if(status.textContent!==text)status.textContent=text}
function length(ms){
var all=Math.max(1,Math.round(ms/60000)),hours=Math.floor(all/60),minutes=all%60,parts=[];
if(hours)parts.push(fill(hours===1?words.hourOne:words.hourMany,"n",hours));
if(minutes||!hours)parts.push(fill(minutes===1?words.minuteOne:words.minuteMany,"n",minutes));
return parts.join(" ")}
function headingOf(element){
var found=headings[0];
headings.some(function(each){
if(each===element||each.contains(element)||each.compareDocumentPosition(element)&4){found=each;return false}
return true});
return found?found.textContent.trim():""}

/* What stands for a sentence in the page as it is shown: a key figure with its number; a chart may be read as its picture alone. */
function shownFor(id){
var element=document.getElementById(id);
if(element&&element.classList.contains("chart"))element=element.querySelector(".chart-sentence")||element;
if(element)element=element.closest(".key-figures li")||element;
while(element&&element!==document.body&&!element.getClientRects().length)element=element.parentElement;
return element===document.body?null:element}
function unmark(){if(marked){marked.classList.remove("spoken-now","spoken-block");marked=null}}
function top(){return getComputedStyle(bar).position==="sticky"?bar.getBoundingClientRect().bottom:0}
function inView(element){
var box=element.getBoundingClientRect();
return box.bottom>top()&&box.top<window.innerHeight}
function still(){return root.getAttribute("data-motion")==="off"||window.matchMedia("(prefers-reduced-motion:reduce)").matches}
function show(element){
var box=element.getBoundingClientRect(),high=top(),low=window.innerHeight;
/* A sentence that is in sight stays where it is; the eye need not move with the voice. */
if(box.top>=high+8&&box.bottom<=low-Math.min(96,low/8))return;
window.scrollTo({top:window.scrollY+box.top-high-Math.min((low-high)/4,160),behavior:still()?"auto":"smooth"})}
function mark(){
var clip=clips[at],element=shownFor(clip.id);
if(marked&&!follow&&inView(marked))follow=true;
if(element!==marked){
unmark();marked=element;
if(element){element.classList.add(element.tagName==="SPAN"?"spoken-now":"spoken-block");if(follow)show(element)}}
tell()}
function tell(){
var clip=clips[at],left=total-clip.from-Math.max(0,audio.currentTime*1000-clip.begin||0);
var element=document.getElementById(clip.id);
var text=(element?headingOf(element)+" · ":"")+fill(words.timeLeft,"duration",length(left/audio.playbackRate));
if(now.textContent!==text)now.textContent=text}

function urlOf(file){
if(!urls[file]){
var text=atob(stores[file].content.textContent.trim()),bytes=new Uint8Array(text.length);
for(var i=0;i<text.length;i+=1)bytes[i]=text.charCodeAt(i);
urls[file]=URL.createObjectURL(new Blob([bytes],{type:"audio/mpeg"}))}
return urls[file]}
function load(file){
if(loaded===file)return;
loaded=file;audio.src=urlOf(file);audio.playbackRate=rate();
/* Another source halts the sound (HTML, media element load algorithm). */
if(state==="playing")start();
Object.keys(urls).forEach(function(each){if(+each!==file&&+each!==file+1){URL.revokeObjectURL(urls[each]);delete urls[each]}})}
function start(){
var started=audio.play();
if(started&&started.catch)started.catch(function(error){if(error&&error.name!=="AbortError")fail()})}
function rate(){return Number(speed.value)||1}
function seek(index){
at=Math.max(0,Math.min(clips.length-1,index));
var clip=clips[at];load(clip.file);audio.currentTime=clip.begin/1000;mark()}
function play(){
setState("playing");say("");root.classList.add("listening");measure();
load(clips[at].file);mark();start()}
function hold(text){setState("paused");audio.pause();say(text===undefined?fill(words.pausedAt,"place",headingOf(document.getElementById(clips[at].id)||bar)):text);remember()}
function rest(text){
setState("silent");audio.pause();unmark();at=0;loaded=-1;keep(place,null);
root.classList.remove("listening");say(text)}
function fail(){rest(words.soundFails)}
function setState(next){
state=next;bar.setAttribute("data-state",next);
var word=listen.querySelector(".player-word"),text=next==="playing"?words.pause:words.listen;
if(word.textContent!==text)word.textContent=text;
if("mediaSession" in navigator)navigator.mediaSession.playbackState=next==="playing"?"playing":next==="paused"?"paused":"none"}
function remember(){keep(place,state==="silent"?null:clips[at].id)}
function step(by){
var clip=clips[at],begun=state==="silent";
follow=true;
/* Going back from the middle of a sentence says it again. */
if(by<0&&!begun&&audio.currentTime*1000-clip.begin>2000)by=0;
if(begun){root.classList.add("listening");measure();setState("paused");by=0}
say("");seek(at+by)}
function tick(){
if(state!=="playing"||loaded!==clips[at].file||audio.seeking)return;
var ms=audio.currentTime*1000,next=at;
while(next+1<clips.length&&clips[next+1].file===loaded&&clips[next+1].begin<=ms+5)next+=1;
if(next!==at){at=next;mark()}else tell()}
function frame(){tick();watching=state==="playing";if(watching)requestAnimationFrame(frame)}
function measure(){root.style.setProperty("--player",getComputedStyle(bar).position==="sticky"?bar.offsetHeight+"px":"0px")}

audio.addEventListener("timeupdate",tick);
audio.addEventListener("playing",function(){if(!watching)frame()});
audio.addEventListener("error",function(){if(state!=="silent")fail()});
audio.addEventListener("ended",function(){
var next=clips.findIndex(function(clip){return clip.file>loaded});
if(next<0)return rest(words.listenedToEnd);
seek(next)});
audio.addEventListener("canplaythrough",function(){if(stores[loaded+1])setTimeout(function(){urlOf(Math.min(loaded+1,stores.length-1))},500)});
listen.addEventListener("click",function(){if(state==="playing")hold();else{follow=true;if(state==="silent")seek(at);play()}});
find("previous").addEventListener("click",function(){step(-1)});
find("next").addEventListener("click",function(){step(1)});
find("stop").addEventListener("click",function(){rest(words.stopped);tellLength()});
speed.addEventListener("change",function(){audio.playbackRate=rate();audio.defaultPlaybackRate=rate();keep(speedKey,speed.value);if(state!=="silent")tell()});

/* Who scrolls away is left in peace until the sentence is in sight again. */
function away(){if(state==="playing")follow=false}
window.addEventListener("wheel",away,{passive:true});
window.addEventListener("touchmove",away,{passive:true});
window.addEventListener("keydown",function(event){
if(!bar.contains(event.target)&&/^(?:Page|Arrow|Home|End|Tab| )/.test(event.key))away()});
window.addEventListener("resize",measure);
function go(element){
var index=clips.findIndex(function(clip){
var each=document.getElementById(clip.id);
return each&&(each===element||element.contains(each)||element.compareDocumentPosition(each)&4)});
if(index<0)return;
follow=true;
if(state==="silent"){at=index;tell();return}
say("");seek(index);remember()}
window.addEventListener("hashchange",function(){
var id="";try{id=decodeURIComponent(location.hash.slice(1))}catch(e){}
var element=id&&document.getElementById(id);
if(element&&element.tagName!=="MAIN"&&!element.closest(".contents"))go(element)});
document.addEventListener("click",function(event){
if(state==="silent"||!event.target.closest||event.target.closest("a,button,input,label,select"))return;
if(String(window.getSelection())!=="")return;
var element=event.target.closest(".sentence");
if(element){follow=true;var index=clips.findIndex(function(clip){return clip.id===element.id});if(index>=0){say("");seek(index)}}});
window.addEventListener("pagehide",remember);
if("mediaSession" in navigator){
try{navigator.mediaSession.metadata=new MediaMetadata({title:document.title})}catch(e){}
[["play",function(){if(state!=="playing")listen.click()}],["pause",function(){if(state==="playing")hold()}],["previoustrack",function(){step(-1)}],["nexttrack",function(){step(1)}],["stop",function(){rest(words.stopped);tellLength()}]].forEach(function(each){
try{navigator.mediaSession.setActionHandler(each[0],each[1])}catch(e){}})}
var whole=now.textContent;
function tellLength(){now.textContent=whole}
var fast=read(speedKey);
if(fast&&[].some.call(speed.options,function(each){return each.value===fast}))speed.value=fast;
audio.playbackRate=audio.defaultPlaybackRate=rate();
var kept=read(place),index=kept?clips.findIndex(function(clip){return clip.id===kept}):-1;
setState("silent");bar.hidden=false;
if(index>0){at=index;tell()}
})();`;
}
