/** Texts that somebody might put into a name, a reason or an address to do harm, each with the harm it is after. */
export const HOSTILE_TEXTS = {
  script: '<script>window.harmed = 1</script>',
  image: '<img class="harm" src="x" onerror="window.harmed = 1">',
  breakingOut: `"'></textarea></style></title><svg class="harm" onload="window.harmed = 1"></svg>`,
  link: '<a class="harm" href="javascript:window.harmed=1">Click</a>',
  scriptUrl: 'javascript:window.harmed=1//',
  style: '</style><style>body { display: none }</style>',
  comment: '<!-- --!> <![CDATA[ ]]> <?php ?>',
  entity: '&lt;b&gt; &#60;i&#62; &amp;lt;',
  bidi: 'safe\u202egnp.exe\u202d \u2067\u2066x',
  bidiEnds: '\u2069\u2069\u202c\u202c מחיר 12 السعر',
  invisible: 'pay\u200bpal\u200d\ufeff\u2060\u00ad\u180e',
  onlyInvisible: '\u200b\u200b\u200b',
  surrogates: '\ud800 \udc00 \udfff\ud800',
  controls: 'a\u0000b\u0007\u001b[31mred\u007f\u0085',
  lineBreaks: 'a\r\nSet-Cookie: harm=1\r\n\r\n\u2028\u2029b',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: to be shown, not filled in
  template: '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {{constructor.constructor("window.harmed=1")()}}',
  icu: "{count, plural, other {#}} {name} '{' {message}} # <b>{</b>",
  prototype: '__proto__',
  constructorName: 'constructor',
  sql: "' or 1=1 --",
  path: '../../settings/modules?x=1#y',
  percent: '%2e%2e%2f%00%0d%0a%s%n',
  marks: `Z${'\u0337\u0316\u0301\u0489'.repeat(60)}`,
  longWord: 'W'.repeat(2_000),
  manyLines: 'line\n'.repeat(600),
} as const;

/** As much as a reply may hold of one text; few, since each is a megabyte. */
export const HUGE_TEXT = `<b class="harm">${'harm '.repeat(200_000)}`;
