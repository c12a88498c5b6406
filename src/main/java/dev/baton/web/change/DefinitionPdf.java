package dev.baton.web.change;

import dev.baton.change.definition.Definition;
import dev.baton.change.definition.DefinitionSection;
import dev.baton.input.Sentences;
import dev.baton.web.DisplayNames;
import dev.baton.web.PageTexts;
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
    return PdfPaper.of(texts().say("definition.title"), texts(), this::write);
  }

  private PageTexts texts() {
    return clock.texts();
  }

  private void write(PdfPaper paper) throws IOException {
    paper.title(texts().say("definition.title"));
    paper.text(texts().say("definition.pdf.as_of", when(definition.at()), clock.place()));
    paper.text(since("definition.together", definition.since()) + ".");
    paper.text(ofModels(definition.judged().inWords()));
    for (DefinitionSection section : definition.sections()) {
      paper.heading(ofModels(section.title()));
      paper.note(since("definition.since", section.since()));
      for (String sentence : section.sentences()) {
        paper.item(ofModels(sentence));
      }
    }
    paper.heading(texts().say("definition.signed"));
    if (definition.changes().isEmpty()) {
      paper.item(texts().say("definition.signed.none"));
    }
    for (Definition.SignedChange change : definition.changes()) {
      paper.item(texts().say("definition.change", change.id(), change.title()));
      for (Definition.Signed signed : change.signatures()) {
        paper.item(signed(signed));
      }
    }
  }

  private String signed(Definition.Signed signed) {
    String by = texts().say("definition.signed.by", names.of(signed.by()), ofModels(signed.side()));
    String note = signed.note() == null ? "" : ": " + signed.note();
    return by + ", " + when(signed.at()) + note;
  }

  private String ofModels(String english) {
    return Sentences.ofModels(texts().language().locale(), english);
  }

  private String since(String what, @Nullable Instant since) {
    return since == null
        ? texts().say("definition.beginning")
        : texts().say(what) + " " + when(since);
  }

  private String when(Instant at) {
    return clock.date(at.atZone(clock.zone()).toLocalDate()) + ", " + clock.time(at);
  }
}
