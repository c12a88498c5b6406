package dev.baton.web.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.PageTexts;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is printed can be read and copied, every letter of it. */
class PdfPaperTest {

  @Test
  void every_letter_is_on_paper_and_what_the_font_lacks_is_named() throws IOException {
    String longWord = "x".repeat(400);
    byte[] pdf =
        PdfPaper.of(
            "A paper",
            PageTexts.ENGLISH,
            paper -> {
              paper.title("Müller → Łódź");
              paper.heading("Ελλάδα, Київ, “quoted” – 60 %");
              paper.item("A line\twith a tab\nand a break, 株式 😀");
              paper.text(longWord);
              for (int i = 0; i < 80; i++) {
                paper.item("Sentence " + i + ".");
              }
            });

    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("Müller → Łódź", "Ελλάδα, Київ, “quoted” – 60 %")
          .contains("A line with a tab and a break, [U+682A][U+5F0F] [U+1F600]")
          .contains("Sentence 0.", "Sentence 79.", "Page 1 of 3", "Page 3 of 3");
      assertThat(text.chars().filter(letter -> letter == 'x').count()).isEqualTo(400);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A paper");
    }
  }
}
