package dev.baton.web.change;

import dev.baton.change.definition.Definition;
import dev.baton.change.definition.DefinitionSection;
import dev.baton.web.DisplayNames;
import dev.baton.web.ViewerClock;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The definition as a paper: what it says, paragraph by paragraph. */
final class DefinitionPdf {
  private final Definition definition;
  private final ViewerClock clock;
  private final DisplayNames names;

  DefinitionPdf(Definition definition, ViewerClock clock, DisplayNames names) {
    this.definition = definition;
    this.clock = clock;
    this.names = names;
  }

  byte[] bytes() {
    return PdfPaper.of("The definition of MQL, SAL and SQL", this::write);
  }

  private void write(PdfPaper paper) throws IOException {
    paper.title("What are MQL, SAL and SQL?");
    paper.text("As of %s, %s.".formatted(when(definition.at()), clock.place()));
    paper.text(since("In force together", definition.since()) + ".");
    paper.text(definition.judged().inWords());
    for (DefinitionSection section : definition.sections()) {
      paper.heading(section.title());
      paper.note(since("In force", section.since()));
      for (String sentence : section.sentences()) {
        paper.item(sentence);
      }
    }
    paper.heading("Who has signed?");
    if (definition.changes().isEmpty()) {
      paper.item("These models came with the application; nobody has signed them here.");
    }
    for (Definition.SignedChange change : definition.changes()) {
      paper.item("Change %d: %s".formatted(change.id(), change.title()));
      for (Definition.Signed signed : change.signatures()) {
        String note = signed.note();
        paper.item(
            "Signed for %s by %s, %s%s"
                .formatted(
                    signed.side(),
                    names.of(signed.by()),
                    when(signed.at()),
                    note == null ? "" : ": " + note));
      }
    }
  }

  private String since(String what, @Nullable Instant since) {
    return what + (since == null ? " from the beginning" : " since " + when(since));
  }

  private String when(Instant at) {
    return clock.date(at.atZone(clock.zone()).toLocalDate()) + ", " + clock.time(at);
  }
}
