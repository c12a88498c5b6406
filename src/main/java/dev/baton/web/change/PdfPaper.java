package dev.baton.web.change;

import dev.baton.web.PageTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** PDF of paragraphs on A4: text that can be copied, with its font inside. */
final class PdfPaper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 56;
  private static final float TEXT = 10.5f;
  private static final float SMALL = 8.5f;
  private static final float HEADING = 13;
  private static final float TITLE = 19;
  private static final float LEADING = 1.4f;
  private static final float INDENT = 12;

  /** A line as it is set. */
  private record Line(String text, float size, float indent, float above) {
    float height() {
      return above + size * LEADING;
    }
  }

  /** What writes the paragraphs. */
  interface Writer {
    void write(PdfPaper paper) throws IOException;
  }

  private final PDType0Font font;
  private final PageTexts texts;
  private final List<Line> lines = new ArrayList<>();

  private PdfPaper(PDType0Font font, PageTexts texts) {
    this.texts = texts;
    this.font = font;
  }

  static byte[] of(String title, PageTexts texts, Writer writer) {
    try (PDDocument document = new PDDocument();
        InputStream file =
            Objects.requireNonNull(PDType0Font.class.getResourceAsStream(FONT), FONT)) {
      PdfPaper paper = new PdfPaper(PDType0Font.load(document, file, true), texts);
      writer.write(paper);
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(title);
      document.setDocumentInformation(about);
      document.getDocumentCatalog().setLanguage(texts.language().code());
      paper.set(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void title(String text) throws IOException {
    add(text, TITLE, 0, 0);
  }

  void heading(String text) throws IOException {
    add(text, HEADING, 0, 14);
  }

  void text(String text) throws IOException {
    add(text, TEXT, 0, 4);
  }

  void item(String text) throws IOException {
    add(text, TEXT, INDENT, 4);
  }

  void note(String text) throws IOException {
    add(text, SMALL, 0, 0);
  }

  /** Adds a paragraph, cut into lines that fit. */
  private void add(String paragraph, float size, float indent, float above) throws IOException {
    float most = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
    float space = above;
    String line = "";
    for (String word : printable(paragraph).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > most) {
        lines.add(new Line(line, size, indent, space));
        space = 0;
        line = word;
      } else {
        line = longer;
      }
      while (width(line, size) > most) {
        int fits = fitting(line, size, most);
        lines.add(new Line(line.substring(0, fits), size, indent, space));
        space = 0;
        line = line.substring(fits);
      }
    }
    lines.add(new Line(line, size, indent, space));
  }

  /** How much of a word that is longer than a line stands on one. */
  private int fitting(String word, float size, float most) throws IOException {
    int fits = word.length() - 1;
    while (width(word.substring(0, fits), size) > most) {
      fits--;
    }
    return fits;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) * size / 1000;
  }

  /** What the font doesn't have is named by its number: nothing is left out. */
  private String printable(String text) throws IOException {
    StringBuilder said = new StringBuilder();
    for (int code : text.codePoints().toArray()) {
      String character = Character.toString(code);
      said.append(
          Character.isWhitespace(code)
              ? " "
              : has(character) ? character : "[U+%04X]".formatted(code));
    }
    return said.toString();
  }

  private boolean has(String character) throws IOException {
    try {
      font.encode(character);
      return true;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }

  private void set(PDDocument document) throws IOException {
    List<List<Line>> pages = pages();
    for (int i = 0; i < pages.size(); i++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float y = PDRectangle.A4.getHeight() - MARGIN;
        for (Line line : pages.get(i)) {
          y -= line.height();
          show(content, line, y);
        }
        String foot = texts.say("definition.pdf.page", i + 1, pages.size());
        show(content, new Line(foot, SMALL, 0, 0), MARGIN / 2);
      }
    }
  }

  private void show(PDPageContentStream content, Line line, float y) throws IOException {
    content.beginText();
    content.setFont(font, line.size());
    content.newLineAtOffset(MARGIN + line.indent(), y);
    content.showText(line.text());
    content.endText();
  }

  /** A heading stays with what follows it. */
  private List<List<Line>> pages() {
    List<List<Line>> pages = new ArrayList<>(List.of(new ArrayList<>()));
    float room = PDRectangle.A4.getHeight() - 2 * MARGIN;
    float left = room;
    for (Line line : lines) {
      float needed = line.height() + (line.size() == HEADING ? 4 * TEXT * LEADING : 0);
      if (needed > left) {
        pages.add(new ArrayList<>());
        left = room;
      }
      pages.get(pages.size() - 1).add(line);
      left -= line.height();
    }
    return pages;
  }
}
