package dev.baton.connect.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.input.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a spreadsheet is told of its file; its numbers mean what they mean. */
class BrokenSpreadsheetTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static byte[] sheet(Object second, String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Leads");
      sheet.value(0, 0, "email");
      sheet.value(0, 1, "value");
      sheet.value(1, 0, "ada@acme.example");
      if (second instanceof Number number) {
        sheet.value(1, 1, number);
      }
      sheet.style(1, 1).format(format).set();
    }
    return file.toByteArray();
  }

  private static byte[] with(byte[] book, String name, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    Path file = Files.write(Files.createTempFile("baton-test", ".xlsx"), book);
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        String content =
            new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            (entry.getName().equals(name) ? change.apply(content) : content)
                .getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return changed.toByteArray();
  }

  private static List<String> cells(byte[] book) throws IOException {
    return rows(book).stream().map(row -> row.cell(1)).toList();
  }

  private static List<TableRow> rows(byte[] book) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (TableFile table =
        TableFile.receive(
            new ByteArrayInputStream(book), null, Set.of("email", "value")::contains)) {
      table.eachRow(rows::add);
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "12.345, 12.345, 12.35",
    "118.9881, 118.9881, 118.99",
    "12.34, 12.34, 12.34",
    "1234.5, 1234.5, 1234.5",
    "12000, 12000, 12000"
  })
  void a_number_with_three_decimals_is_not_a_thousand_times_as_much(
      double number, String written, String amount) throws IOException {
    List<TableRow> rows = rows(sheet(number, "0.00"));

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).cell(1)).isEqualTo(written);
    assertThat(rows.get(0).isNumber(1)).isTrue();
    assertThat(rows.get(0).isNumber(0)).isFalse();
    assertThat(WrittenNumbers.computed(written)).hasValue(amount);
  }

  /** Programs write texts as if a formula had made them. */
  @ParameterizedTest
  @ValueSource(strings = {"0049301234567", "+4930123", "1E5", "12.3450", "007", "0.10"})
  void a_text_of_digits_stays_as_it_is(String text) throws IOException {
    for (String cell :
        List.of(
            "<c r=\"B2\" t=\"str\"><v>%s</v></c>",
            "<c r=\"B2\" t=\"str\"><f>A1</f><v>%s</v></c>",
            "<c r=\"B2\" t=\"inlineStr\"><is><t>%s</t></is></c>")) {
      byte[] book =
          with(
              sheet(5, "0.00"),
              SHEET,
              xml -> xml.replaceAll("<c r=\"B2\".*?</c>", cell.formatted(text)));

      List<TableRow> rows = rows(book);

      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).cell(1)).isEqualTo(text);
      assertThat(rows.get(0).isNumber(1)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#N/A", "#DIV/0!", "#REF!"})
  void a_formula_without_an_answer_says_nothing(String error) throws IOException {
    String cell = "<c r=\"B2\" t=\"e\"><f>A1/0</f><v>%s</v></c>".formatted(error);
    byte[] book = with(sheet(5, "0.00"), SHEET, xml -> xml.replaceAll("<c r=\"B2\".*?</c>", cell));

    assertThat(cells(book)).containsExactly("");
  }

  @Test
  void three_digits_behind_a_point_are_thousands_where_somebody_wrote_them() {
    assertThat(WrittenNumbers.amount("12.345")).hasValue("12345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_-* #,##0.00\\ _D_M_-;\\-* #,##0.00\\ _D_M_-",
        "#,##0.00\\ _s",
        "0.00\\ \\d",
        "*d0"
      })
  void what_leaves_room_for_a_sign_makes_no_date_of_an_amount(String format) throws IOException {
    assertThat(cells(sheet(1500, format))).containsExactly("1500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E12", "1E30", "-5", "99999999", "2958466"})
  void what_is_no_day_of_any_calendar_is_the_number_that_it_is(String number) throws IOException {
    byte[] book =
        with(sheet(5, "yyyy-mm-dd"), SHEET, text -> text.replace(">5<", ">" + number + "<"));

    assertThat(cells(book)).containsExactly(new BigDecimal(number).toPlainString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E900000000", "1E-900000000", "1E9999999", "-1E2000000000"})
  void a_number_that_nobody_could_write_out_stays_as_short_as_it_came(String number)
      throws IOException {
    for (String format : List.of("0.00", "yyyy-mm-dd")) {
      byte[] book = with(sheet(5, format), SHEET, text -> text.replace(">5<", ">" + number + "<"));
      assertThat(cells(book)).containsExactly(number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@@", "ZZZZZZ2", "AAAA2", "2", "", "B99999999999", "B-1"})
  void a_cell_that_lies_nowhere_is_told_of_the_file(String address) throws IOException {
    byte[] book =
        with(
            sheet(5, "0.00"),
            SHEET,
            text -> text.replace("r=\"B2\"", "r=\"%s\"".formatted(address)));

    try {
      assertThat(cells(book)).hasSizeLessThan(2);
    } catch (InvalidInput refused) {
      assertThat(refused).hasMessageContaining("can't be read as a spreadsheet");
    }
    if (address.length() > 5) {
      assertThatThrownBy(() -> cells(book)).isInstanceOf(InvalidInput.class);
    }
  }

  /** Nothing but the file is to blame, whichever of its bytes are others. */
  @Test
  void no_change_of_a_sheet_breaks_anything_on_our_side() throws IOException {
    byte[] book = sheet(5, "yyyy-mm-dd");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      String name =
          List.of(SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml").get(i % 4);
      byte[] broken = with(book, name, text -> changed(text, random));
      try {
        cells(broken);
      } catch (InvalidInput told) {
        refused++;
      }
    }
    assertThat(refused).isBetween(40, 399);
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length());
    int length = Math.min(1 + random.nextInt(6), text.length() - at);
    String instead =
        List.of("", "9", "-", "\"", "<", "ZZZZ", "1E99", "&#0;", "r=\"\"").get(random.nextInt(9));
    return text.substring(0, at) + instead + text.substring(at + length);
  }
}
