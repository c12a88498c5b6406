package dev.baton.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page for operators names each table once, with how long its rows are kept. */
@OnH2
class RetentionPageTest {
  @Autowired List<ExpiredRows> expired;
  @Autowired JdbcClient db;
  private List<String> rows;

  @BeforeEach
  void read() throws IOException {
    String page = Files.readString(Path.of("docs/operations.md"));
    String section = page.substring(page.indexOf("## What is kept"), page.indexOf("## Metrics"));
    rows = section.lines().filter(line -> line.startsWith("| ")).toList();
  }

  @Test
  void each_table_stands_on_it_once() {
    Set<String> tables =
        db
            .sql(
                """
                select lower(table_name) as name from information_schema.tables
                where table_schema = 'PUBLIC' and lower(table_name) not like 'act\\_%'
                """)
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> named =
        rows.stream()
            .map(row -> row.split("\\|", -1)[1])
            .flatMap(cell -> Pattern.compile("`(\\w+)`").matcher(cell).results())
            .map(match -> match.group(1))
            .sorted()
            .toList();

    assertThat(named).doesNotHaveDuplicates().containsExactlyElementsOf(tables);
  }

  @Test
  void each_setting_stands_beside_its_table_with_its_default() {
    assertThat(expired).hasSize(13);
    for (ExpiredRows kind : expired) {
      String row =
          rows.stream()
              .filter(line -> line.startsWith("| `" + kind.table() + "` "))
              .findFirst()
              .orElseThrow();
      assertThat(row).contains("`baton.retention." + kind.kind() + "`");
      assertThat(row)
          .contains(kind.kept().isZero() ? "as soon as" : kind.kept().toDays() + " days");
    }
  }

  @Test
  void an_earlier_name_of_a_setting_counts_until_it_is_taken_out() throws IOException {
    String shipped = Files.readString(Path.of("src/main/resources/application.yaml"));
    assertThat(shipped).contains("slack-answers: ${baton.keep.slack-answers:30d}");
    StandardEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "both",
                Map.of(
                    "baton.keep.slack-answers", "7d",
                    "baton.retention.slack-answers", "${baton.keep.slack-answers:30d}")));

    RetentionSettings keep =
        Binder.get(settings).bind("baton.retention", Bindable.of(RetentionSettings.class)).get();

    assertThat(keep.slackAnswers()).isEqualTo(Duration.ofDays(7));
    assertThat(keep.scoreChanges()).isEqualTo(Duration.ofDays(730));
  }
}
