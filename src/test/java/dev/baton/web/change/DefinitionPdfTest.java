package dev.baton.web.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.change.definition.Definition;
import dev.baton.change.definition.DefinitionSection;
import dev.baton.web.DisplayNames;
import dev.baton.web.PageTexts;
import dev.baton.web.ViewerClock;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The definition on paper, in the language of whoever prints it. */
class DefinitionPdfTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:25:00Z");

  private static final Definition DEFINITION =
      new Definition(
          AT,
          null,
          "hash",
          List.of(
              new DefinitionSection(
                  "mql",
                  "What is an MQL?",
                  null,
                  List.of("A lead becomes an MQL when its score is 60 or more."))),
          new Definition.Judged(0, 0, 0, null, null),
          List.of(),
          null,
          null);

  private static String printed(Locale locale) throws IOException {
    ViewerClock clock = new ViewerClock(ZoneId.of("Europe/Berlin"), AT, PageTexts.of(locale));
    byte[] pdf = new DefinitionPdf(DEFINITION, clock, new DisplayNames(java.util.Map.of())).bytes();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(locale.getLanguage());
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void it_is_printed_in_the_language_of_its_reader() throws IOException {
    assertThat(printed(Locale.ENGLISH))
        .contains(
            "What are MQL, SAL and SQL?",
            "As of Tue 24 Nov 2026, 13:25, Berlin time.",
            "A lead becomes an MQL when its score is 60 or more.",
            "Page 1 of 1");
    assertThat(printed(Locale.GERMAN))
        .contains("Stand: ", "Seite 1 von 1", "Was ist ein MQL?")
        .doesNotContain("As of", "What", "becomes", "In force", "Nobody", "nobody");
  }
}
