import Warehouse

extension PageWriter {
  /// A member's part: status, facts, strip, story.
  mutating func write(_ member: MemberCard) {
    markup.open(.article, [.id(member.id)])
    markup.open(.h3)
    markup.write(data: member.name)
    markup.write(" ")
    markup.element(.span, text: speaker.say(member.status))
    markup.close(.h3)
    markup.element(.p, text: speaker.say(member.origin))
    write(member.strip)
    markup.open(.dl)
    for fact in member.facts {
      markup.open(.div)
      markup.element(.dt, text: speaker.say(fact.label))
      markup.element(.dd, text: speaker.say(fact.value))
      markup.close(.div)
    }
    markup.close(.dl)
    if !member.story.isEmpty {
      markup.open(.details)
      markup.open(.summary)
      markup.write(speaker.say(Label.showStory))
      markup.element(
        .span, .class("vh"), text: speaker.style.colon + Markup.shortened(member.name))
      markup.close(.summary)
      markup.open(.ol)
      for line in member.story {
        markup.open(.li)
        markup.write(line.texts.text(speaker.language))
        if !line.facts.isEmpty {
          markup.open(.ul)
          for fact in line.facts {
            markup.element(.li, text: fact.text(speaker.language))
          }
          markup.close(.ul)
        }
        markup.close(.li)
        markup.endLine()
      }
      markup.close(.ol)
      markup.close(.details)
    }
    markup.close(.article)
    markup.endLine()
  }
}
