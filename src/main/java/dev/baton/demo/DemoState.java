package dev.baton.demo;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo remembers of itself over a restart. */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class DemoState {
  static final String FILL = "fill";
  static final String BEGUN = "begun";
  private static final String DONE = "done";
  private static final String OFFSET = "clock-offset";

  private final JdbcClient db;

  DemoState(JdbcClient db) {
    this.db = db;
  }

  Duration offset() {
    return read(OFFSET).map(Duration::parse).orElse(Duration.ZERO);
  }

  void keepOffset(Duration offset) {
    write(OFFSET, offset.toString());
  }

  boolean isFilled() {
    return read(FILL).filter(DONE::equals).isPresent();
  }

  /** From here on the database is thrown away at the next start, unless the end is reached. */
  void fillBegins() {
    write(FILL, BEGUN);
  }

  void fillEnds() {
    write(FILL, DONE);
  }

  private Optional<String> read(String name) {
    return db.sql("select content from demo_state where name = :name")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  private void write(String name, String content) {
    db.sql(
            """
            merge into demo_state m using (select cast(:name as varchar(40)) as name) given
            on (m.name = given.name)
            when matched then update set content = :content
            when not matched then insert (name, content) values (:name, :content)
            """)
        .param("name", name)
        .param("content", content)
        .update();
  }
}
