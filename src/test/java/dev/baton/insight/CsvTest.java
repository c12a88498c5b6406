package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private record Inner(Double rate) {}

  private record Line(String name, long n, Inner inner) {}

  @Test
  void a_line_per_record_below_a_header_with_the_inner_records_spread_out() {
    String text =
        CsvWriter.of(
            Line.class, List.of(new Line("a, \"b\"", 1, new Inner(0.5)), new Line(null, 2, null)));
    assertThat(text).isEqualTo("name,n,rate\r\n\"a, \"\"b\"\"\",1,0.5\r\n,2,\r\n");
  }

  @Test
  void what_a_spreadsheet_would_run_is_text() {
    for (String start : new String[] {"=", "+", "-", "@", "\t", "\r", "\n"}) {
      String text = CsvWriter.of(Line.class, List.of(new Line(start + "cmd", -1, new Inner(-0.5))));
      assertThat(text).contains("'" + start + "cmd").contains(",-1,-0.5");
    }
    assertThat(CsvWriter.of(Line.class, List.of(new Line("a=b", 1, null)))).contains("\r\na=b,1");
  }

  private record Counts(long n, long m) {}

  private record Twice(long n, Counts byRule) {}

  @Test
  void no_column_has_the_name_of_another_one() {
    assertThat(CsvWriter.of(Twice.class, List.of(new Twice(5, new Counts(2, 1)))))
        .isEqualTo("n,byRuleN,m\r\n5,2,1\r\n");
  }
}
