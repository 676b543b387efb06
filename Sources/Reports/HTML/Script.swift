extension Markup.Trusted {
  /// What pages can do beyond showing: sort and filter tables, tell a chart's values on focus, and
  /// open closed tables for printing.
  ///
  /// Everything is on the page without it; it reads no address and asks nobody.
  static let script = Markup.Trusted(
    text: """
      (function(){"use strict";
      var lang=document.documentElement.lang,
      collator=new Intl.Collator(lang,{numeric:true,sensitivity:"base"});
      function plain(text){return text.normalize("NFD").replace(/[\\u0300-\\u036f]/g,"").toLowerCase()}
      function fill(template,values){return template.replace(/\\{(\\d)\\}/g,function(all,n){return values[n]})}
      function value(cell){var raw=cell.getAttribute("data-v");if(raw===null)raw=cell.getAttribute("data-k");\
      return raw===null?cell.textContent:raw}
      document.querySelectorAll("table[data-kind=sortable]").forEach(function(table){
      var box=document.getElementById(table.id+"-tools"),body=table.tBodies[0],
      heads=Array.from(table.tHead.rows[0].cells),rows=Array.from(body.rows),
      live=box.querySelector("[role=status]"),input=box.querySelector("input"),clear=box.querySelector("button");
      rows.forEach(function(row,place){row.place=place});
      heads.forEach(function(head,column){
      var button=document.createElement("button"),number=head.classList.contains("n");
      button.type="button";while(head.firstChild)button.appendChild(head.firstChild);head.appendChild(button);
      button.addEventListener("click",function(){
      var down=head.getAttribute("aria-sort")==="ascending";
      heads.forEach(function(other){other.removeAttribute("aria-sort")});
      head.setAttribute("aria-sort",down?"descending":"ascending");
      var isDay=head.classList.contains("d");
      rows.sort(function(left,right){
      var a=left.cells[column],b=right.cells[column],
      x=number||isDay?value(a):a.textContent,y=number||isDay?value(b):b.textContent,
      order;
      if(value(a)===""||value(b)==="")return value(a)===value(b)?left.place-right.place:value(a)===""?1:-1;
      order=number?Number(x)-Number(y):isDay?(x<y?-1:x>y?1:0):collator.compare(x,y);
      return (down?-order:order)||left.place-right.place});
      rows.forEach(function(row){body.appendChild(row)});
      live.textContent=fill(box.getAttribute(down?"data-down":"data-up"),[button.textContent])})});
      function filter(){var wanted=plain(input.value).trim(),shown=0;
      rows.forEach(function(row){var fits=plain(row.textContent).indexOf(wanted)>=0;row.hidden=!fits;if(fits)shown++});
      live.textContent=fill(box.getAttribute("data-template"),[shown,rows.length])}
      input.addEventListener("input",filter);
      clear.addEventListener("click",function(){input.value="";filter();input.focus()});
      box.hidden=false});
      document.querySelectorAll("svg[data-read]").forEach(function(svg){
      var line=document.createElement("p");line.className="read";line.setAttribute("aria-live","polite");
      svg.parentNode.insertBefore(line,svg.nextSibling);svg.setAttribute("tabindex","0");
      svg.removeAttribute("aria-hidden");svg.setAttribute("role","img");
      svg.setAttribute("aria-label",svg.getAttribute("data-read"));
      function show(){line.textContent=svg.getAttribute("data-read")}
      function hide(){line.textContent=""}
      svg.addEventListener("focus",show);svg.addEventListener("blur",hide);
      svg.addEventListener("pointerenter",show);
      svg.addEventListener("pointerleave",function(){if(document.activeElement!==svg)hide()})});
      var opened=[];
      addEventListener("beforeprint",function(){document.querySelectorAll("details:not([open])").forEach(
      function(one){one.open=true;opened.push(one)})});
      addEventListener("afterprint",function(){opened.forEach(function(one){one.open=false});opened=[]});
      })();
      """)
}
