/** The public page is read on phones, printed, and loads nothing else. */
export const DRAW_STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f4f4f2;color:#222}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.8rem;line-height:1.2;margin:.2rem 0 1rem}
h2{font-size:1.05rem;margin:0 0 .6rem}
.shop{margin:0;color:#666}
.state{display:inline-block;margin:0 0 1rem;padding:.3rem .8rem;border-radius:1rem;background:#e3e9f5}
.state.drawn{background:#dff2e1}.state.cancelled{background:#f6dfdc}
section{background:#fff;border-radius:.6rem;padding:1rem;margin:0 0 1rem}
p{margin:0 0 .5rem}ul,ol{margin:0;padding-left:1.3rem}li{margin:.2rem 0}
dl{margin:0}dt{color:#666;font-size:.9rem}dd{margin:0 0 .6rem}
code{font:.95rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
a{color:#1a5fb4}
@media(prefers-color-scheme:dark){body{background:#1b1b1a;color:#eee}section{background:#262625}
.shop,dt{color:#aaa}.state{background:#2c3a55}.state.drawn{background:#23482a}
.state.cancelled{background:#5b2c27}a{color:#8ab8ff}}
`.replaceAll('\n', '');
