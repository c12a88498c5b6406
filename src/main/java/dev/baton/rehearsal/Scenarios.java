package dev.baton.rehearsal;

import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioReader;
import dev.baton.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Repository of scenarios: those that ship, and in the table {@code scenario} those that somebody
 * wrote, which take the place of one of the same name.
 */
@Component
public class Scenarios {
  private static final String ENDING = ".csv";

  private final JdbcClient db;
  private final Map<String, String> shipped = shipped();

  Scenarios(JdbcClient db) {
    this.db = db;
  }

  private static Map<String, String> shipped() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath:scenarios/*" + ENDING))
          .collect(Collectors.toMap(Scenarios::name, Scenarios::content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Resource file) {
    String name = Objects.requireNonNull(file.getFilename());
    return name.substring(0, name.length() - ENDING.length());
  }

  private static String content(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By name. */
  public List<ScenarioFile> all() {
    Map<String, ScenarioFile> all = new TreeMap<>();
    shipped.forEach(
        (name, content) -> all.put(name, new ScenarioFile(name, content, true, null, null)));
    db.sql("select * from scenario")
        .query(
            (row, number) ->
                new ScenarioFile(
                    row.getString("name"),
                    row.getString("content"),
                    shipped.containsKey(row.getString("name")),
                    row.getString("changed_by"),
                    Sql.instant(row, "changed_at")))
        .list()
        .forEach(written -> all.put(written.name(), written));
    return List.copyOf(all.values());
  }

  /** All, ready to be played. */
  public List<Scenario> readable() {
    return all().stream().map(file -> ScenarioReader.read(file.name(), file.content())).toList();
  }

  Optional<ScenarioFile> find(String name) {
    return all().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  void save(String name, String content, String by, Instant at) {
    db.sql(
            """
            merge into scenario s using (select cast(:name as varchar(100)) as name) given
            on (s.name = given.name)
            when matched then update set content = :content, changed_by = :by, changed_at = :at
            when not matched then insert (name, content, changed_by, changed_at)
              values (:name, :content, :by, :at)
            """)
        .param("name", name)
        .param("content", content)
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** One that ships is as it ships again. */
  void delete(String name) {
    db.sql("delete from scenario where name = :name").param("name", name).update();
  }
}
