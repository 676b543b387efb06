extension Markup.Trusted {
  /// How pages look: one style for screens light and dark, small and large, and for paper.
  ///
  /// Colours and their contrasts are in docs/report.md; `PaletteTests` computes them anew from this
  /// text. The dark theme is for screens only, so that it cannot leak into print.
  static let stylesheet = Markup.Trusted(text: base + layout + tables + charts + media)

  private static let base = """
    :root{color-scheme:light dark;--bg:#ffffff;--bg2:#f5f7f9;--text:#1b2128;--muted:#545e69;\
    --link:#0b57a4;--visited:#6a3fa0;--border:#77818c;--axis:#59636e;--grid:#dde3e8;\
    --warn:#7a4b00;--warnbg:#fff4d6;\
    --c1:#1096c2;--c2:#0e70a4;--c3:#114c84;--c4:#0b265a;--d1:#14181f;--d2:#ffffff;--d3:#ffffff;\
    --d4:#ffffff;\
    --h1:#e1f6fe;--h2:#95cfe9;--h3:#47a0d0;--h4:#216ba8;--h5:#18386d;--g1:#14181f;--g2:#14181f;\
    --g3:#14181f;--g4:#ffffff;--g5:#ffffff;\
    --m1:#01537f;--m2:#988811;--m3:#a3263f;--m4:#5b6470;--n1:#ffffff;--n2:#14181f;--n3:#ffffff;\
    --n4:#ffffff;\
    --k1:#01537f;--k2:#923a16;--k3:#9773df;--k4:#988811;--k5:#2e8c7a;--k6:#4b0c30;\
    --t1:#ffffff;--t2:#ffffff;--t3:#0b0e12;--t4:#0b0e12;--t5:#0b0e12;--t6:#ffffff;\
    --gain:#01537f;--loss:#a8430f}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#12161c;--bg2:#1b2129;--text:#e6ebf0;\
    --muted:#a5b0bb;--link:#8cbcf5;--visited:#c4a7f0;--border:#76818d;--axis:#8d98a4;\
    --grid:#2c343e;--warn:#ffd27a;--warnbg:#3a2e10;\
    --c1:#466cb3;--c2:#5d95d3;--c3:#7cc2f3;--c4:#c8ecfe;--d1:#ffffff;--d2:#0b0e12;--d3:#0b0e12;\
    --d4:#0b0e12;\
    --h1:#1e2f4d;--h2:#2b4c7d;--h3:#3c78b2;--h4:#67a8d1;--h5:#acdef4;--g1:#ffffff;--g2:#ffffff;\
    --g3:#ffffff;--g4:#0b0e12;--g5:#0b0e12;\
    --m1:#8cbcf5;--m2:#dbcf7b;--m3:#e0607e;--m4:#9aa4b0;--n1:#0b0e12;--n2:#0b0e12;--n3:#0b0e12;\
    --n4:#0b0e12;\
    --k1:#a7c6fc;--k2:#c96118;--k3:#8e57d4;--k4:#dbcf7b;--k5:#517b65;--k6:#ea93a7;\
    --t1:#0b0e12;--t2:#0b0e12;--t3:#ffffff;--t4:#0b0e12;--t5:#ffffff;--t6:#0b0e12;\
    --gain:#8cbcf5;--loss:#f0904f}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--bg);color:var(--text);\
    font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Ubuntu,sans-serif;\
    overflow-wrap:anywhere}
    a{color:var(--link)}a:visited{color:var(--visited)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
    h1,h2,h3,h4{line-height:1.25;margin:0 0 .5rem;text-wrap:balance}
    h1{font-size:clamp(1.6rem,1.2rem + 1.8vw,2.3rem);letter-spacing:-.01em}
    h2{font-size:clamp(1.35rem,1.15rem + .8vw,1.7rem)}h3{font-size:1.1rem}h4{font-size:1rem}
    p,ul,ol,dl{margin:0 0 .8rem}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .muted{color:var(--muted)}
    .nb{white-space:nowrap}

    """

  private static let layout = """
    .skip{position:absolute;left:.5rem;top:-4rem;background:var(--bg);padding:.5rem 1rem;z-index:2}
    .skip:focus{top:.5rem}
    .wrap{max-width:74rem;margin:0 auto;padding:0 1rem}
    .top{border-bottom:1px solid var(--grid);background:var(--bg2);padding:1rem 0 1.5rem}
    .top .wrap{display:flow-root}
    .langs{float:right;margin:0 0 .5rem 1rem}
    .langs ul,.toc ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}
    .langs a,.toc a,.skip{display:inline-block;min-height:24px;padding:.1rem 0}
    .langs [aria-current]{color:var(--text);font-weight:600;text-decoration:none}
    .kind{color:var(--muted);font-weight:600;margin:.2rem 0 .3rem}
    .scope{max-width:46rem;margin:.2rem 0 1rem}
    .banner{background:var(--warnbg);color:var(--warn);border-left:4px solid var(--warn);\
    padding:.6rem .9rem;margin:0 0 1rem;max-width:46rem;clear:both}
    main{display:block;outline:none}
    .ch{padding:2.2rem 0 .6rem;border-bottom:1px solid var(--grid)}
    .ch>p,.ch>ul,.notes{max-width:46rem}
    .ex{margin:1.8rem 0 2.2rem}
    .ex>h3{max-width:46rem}
    figure{margin:0}
    figcaption{color:var(--muted);font-size:.92rem;max-width:46rem;margin:0 0 .8rem}
    .kf{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr));gap:.8rem;margin:0 0 1.4rem}
    .kf>div{background:var(--bg2);border-top:4px solid var(--link);padding:.7rem .9rem .6rem;\
    display:flex;flex-direction:column}
    .kf dt{font-size:.92rem;color:var(--muted)}
    .kf dd{margin:0}.kf .big{font-size:1.9rem;font-weight:650;line-height:1.2;order:-1}
    .kf .sub{font-size:.88rem;margin-top:.15rem}
    .finds{max-width:46rem;padding-left:1.2rem}.finds li{margin:0 0 .55rem}
    .gain{color:var(--gain);font-weight:600}.loss{color:var(--loss);font-weight:600}
    .note{font-size:.9rem;color:var(--muted);max-width:46rem;margin:.5rem 0 0}
    .get{font-size:.9rem;margin:.5rem 0 0}
    .get a{display:inline-block;min-height:24px}
    article{border:1px solid var(--grid);padding:.9rem 1rem;margin:0 0 1rem;background:var(--bg)}
    article h3{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
    article h3 span{font-size:.85rem;font-weight:600;border:1px solid var(--border);border-radius:1rem;\
    padding:.05rem .6rem}
    article>p{font-size:.9rem;color:var(--muted);margin:0 0 .3rem}
    article dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,100%),1fr));gap:.3rem 1rem;margin:.4rem 0}
    article dl dt{font-size:.82rem;color:var(--muted)}article dl dd{margin:0}
    article ol{font-size:.92rem;padding-left:1.1rem}article ol li{margin:0 0 .35rem}
    article ol ul{padding-left:1.1rem;color:var(--muted)}
    footer{background:var(--bg2);padding:1.5rem 0 2.5rem;font-size:.92rem}
    footer p{max-width:46rem}
    code{font:.9em ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
    .notes li{margin:0 0 .45rem}

    """

  private static let tables = """
    details{margin:.7rem 0}
    summary{cursor:pointer;color:var(--link);min-height:24px;width:fit-content}
    .scroll{overflow-x:auto;position:relative;max-width:100%;margin:.5rem 0}
    .open{margin:.7rem 0}
    table{border-collapse:collapse;font-size:.9rem;line-height:1.4;overflow-wrap:break-word}
    caption{text-align:left;max-width:calc(100vw - 2.2rem);font-weight:600;padding:.2rem 0 .4rem}
    th,td{padding:.32rem .5rem;vertical-align:top;border-bottom:1px solid var(--grid)}
    td,.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    th,td[data-k]{text-align:left;max-width:22rem;white-space:normal}
    td[data-k=""]{color:var(--muted);text-align:right}
    \(flushLeft)
    thead th{border-bottom:2px solid var(--border);vertical-align:bottom;font-weight:600}
    tbody th{font-weight:500;min-width:8rem}
    thead .n{white-space:normal;text-align:right;min-width:4.2rem}
    .total td,.total th{font-weight:650}
    th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:.1rem 0;\
    min-height:24px;cursor:pointer;text-align:inherit}
    th button::after{content:" \\2195";color:var(--muted)}
    th[aria-sort=ascending] button::after{content:" \\25B2";color:var(--text)}
    th[aria-sort=descending] button::after{content:" \\25BC";color:var(--text)}
    .tools{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;margin:.6rem 0;font-size:.92rem}
    .tools[hidden]{display:none}
    .tools input{font:inherit;padding:.3rem .5rem;border:1px solid var(--border);background:var(--bg);\
    color:var(--text);min-height:2rem;width:16rem;max-width:100%}
    .tools button{font:inherit;padding:.25rem .8rem;border:1px solid var(--border);background:var(--bg2);\
    color:var(--text);min-height:2rem;cursor:pointer}
    .tools p{margin:0}
    .heat th,.heat td{padding:.25rem .4rem;min-width:2.4rem}
    .heat thead th{max-width:8rem;min-width:4.6rem;font-size:.82rem;hyphens:auto}
    .heat thead th:first-child,.heat tbody th{text-align:left;min-width:9rem}
    .tall thead th:not(:first-child){min-width:0;max-width:none;height:12.5rem;writing-mode:vertical-rl;\
    transform:rotate(180deg);text-align:left;vertical-align:middle;padding:.4rem .2rem}
    .h1{background:var(--h1);color:var(--g1)}.h2{background:var(--h2);color:var(--g2)}\
    .h3{background:var(--h3);color:var(--g3)}.h4{background:var(--h4);color:var(--g4)}\
    .h5{background:var(--h5);color:var(--g5)}

    """

  /// The columns that tables set flush left, see `leftColumns`; the first are row headers anyway.
  private static let flushLeft: String = {
    func cells(_ letter: String) -> String {
      (2...leftLimit).map { ".\(letter)\($0) td:nth-child(\($0))" }.joined(separator: ",")
    }
    return cells("l") + "," + cells("i") + "{text-align:left;max-width:22rem;white-space:normal}"
      + cells("i") + "{white-space:nowrap}"
  }()

  /// The last column that may be set flush left.
  static let leftLimit = 12

  // What `use` shows again has no `svg` around it for selectors: its rules name none.
  private static let charts = """
    svg{display:block;overflow:visible;width:100%;max-width:46rem;font:14px system-ui,-apple-system,"Segoe UI",\
    Roboto,"Noto Sans",Ubuntu,sans-serif}
    text{fill:var(--text)}text.muted{fill:var(--muted)}
    .bars{max-width:46rem;margin:.5rem 0 .4rem}
    .bar{margin:0 0 .75rem;break-inside:avoid}
    .bl{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;margin:0 0 .15rem;line-height:1.35}
    .bl b{font-weight:600}.bv{font-variant-numeric:tabular-nums}
    .read{font-size:.88rem;color:var(--muted);margin:.15rem 0 0}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:0 0 .7rem;font-size:.9rem}
    .legend li{display:flex;align-items:center;gap:.4rem}
    .legend svg{flex:none;width:14px}
    .multi{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:1rem 1.4rem;margin:0 0 .6rem}
    .multi h4{font-size:.92rem;margin:0}.multi p{font-size:.85rem;margin:0 0 .2rem}
    .grid{stroke:var(--grid)}.axis{stroke:var(--axis)}.line{fill:none;stroke:var(--link);stroke-width:2.5;\
    vector-effect:non-scaling-stroke;stroke-linejoin:round}
    .thin{vector-effect:non-scaling-stroke}
    .bar svg{height:16px}.bar svg[data-read]{height:28px}
    .bar rect{y:1px;height:26px}.bar text{text-anchor:middle}.bar text.muted{text-anchor:start}
    .bar .track{fill:var(--grid);y:6.5px;width:100%;height:3px}
    .dot{fill:var(--link)}.ring{fill:var(--bg);stroke:var(--link);stroke-width:2.5}
    .dot,.ring{cy:8px;r:5px}
    .bar .whisk{fill:var(--link);y:7px;height:2px}
    .bar [data-read]>rect,figure [role=img]>rect{stroke:var(--bg);stroke-width:2}
    article svg{height:44px}
    article rect.k1{y:8px;height:8px}article rect.k4,article rect.k5{y:5px;height:14px}
    article rect.k2,article rect.k6{y:1px;height:22px}article rect.k3{y:10px;height:4px}
    .c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}.c4{fill:var(--c4)}
    svg .d1{fill:var(--d1)}svg .d2{fill:var(--d2)}svg .d3{fill:var(--d3)}svg .d4{fill:var(--d4)}
    .m1{fill:var(--m1)}.m2{fill:var(--m2)}.m3{fill:var(--m3)}.m4{fill:var(--m4)}
    svg .n1{fill:var(--n1)}svg .n2{fill:var(--n2)}svg .n3{fill:var(--n3)}svg .n4{fill:var(--n4)}
    .k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}.k5{fill:var(--k5)}.k6{fill:var(--k6)}
    svg .t1{fill:var(--t1)}svg .t2{fill:var(--t2)}svg .t3{fill:var(--t3)}svg .t4{fill:var(--t4)}svg .t5{fill:var(--t5)}svg .t6{fill:var(--t6)}
    .hatch{stroke:var(--axis);stroke-width:1.5}.hatched{fill:url(#hatch)}.blank{fill:var(--bg);stroke:var(--axis)}
    svg .halo{paint-order:stroke;stroke:var(--bg);stroke-width:4px}

    """

  private static let media = """
    @media (max-width:40rem){.langs{float:none;margin:0 0 .8rem}th,td{padding:.3rem .45rem}table[data-kind]{min-width:60rem}}
    @media (forced-colors:active){svg rect,svg circle,svg polyline,.h1,.h2,.h3,.h4,.h5{forced-color-adjust:none}\
    text{forced-color-adjust:none;fill:CanvasText;stroke:Canvas;paint-order:stroke;stroke-width:4px}\
    .bar [data-read]>rect,figure [role=img]>rect{stroke:Canvas}.axis,.hatch{stroke:CanvasText}article h3 span,article,.kf>div{border:1px solid CanvasText}}
    @page{size:A4;margin:14mm}
    @media print{html{font-size:9.5pt}.tall thead th:not(:first-child){height:32mm}.skip,.langs,.toc,.tools,.get,summary{display:none}\
    .wrap{max-width:none;padding:0}.top,footer{background:none}\
    details::details-content{content-visibility:visible;block-size:auto}\
    .scroll{overflow:visible}table{font-size:8pt}th,td,thead .n{padding:.15rem .35rem;min-width:0}\
    .heat thead th{min-width:0;font-size:6.5pt}.heat{font-size:6.5pt}.heat th,.heat td{padding:.1rem .2rem;min-width:0}\
    tbody th,.heat tbody th,.heat thead th:first-child{min-width:0}\
    thead{display:table-header-group}tr,.kf>div,.bars,.multi,article{break-inside:avoid}\
    h1,h2,h3,h4,figcaption,caption,thead,.legend,figure>.note{break-after:avoid}\
    tbody tr:first-child,tbody tr:nth-child(2){break-before:avoid}\
    a{color:inherit;text-decoration:none}\
    .h1,.h2,.h3,.h4,.h5,svg,.kf>div,.banner{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
