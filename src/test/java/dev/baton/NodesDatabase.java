package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL that several nodes share, and that comes back at its port after it was away. */
final class NodesDatabase implements AutoCloseable {
  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  NodesDatabase(Path data) throws IOException {
    this.data = data;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    start();
  }

  void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("max_connections", "200")
            .start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** With which a node starts, and more of its own. */
  String[] settings(String... more) {
    return Stream.concat(
            Stream.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  JdbcClient rows() {
    return JdbcClient.create(server.getPostgresDatabase());
  }

  int count(String rows) {
    return rows().sql("select count(*) as n from " + rows).query(Integer.class).single();
  }

  /** Each lead, which came with one signal, has one handoff with one process; nothing is stuck. */
  void mustHoldOnce(int leads) {
    assertThat(count("signal")).isEqualTo(leads);
    assertThat(count("lead")).isEqualTo(leads);
    assertThat(count("handoff where is_open = true")).isEqualTo(leads);
    assertThat(count("(select distinct lead_id from handoff) h")).isEqualTo(leads);
    assertThat(count("notice where kind = 'assigned'")).isEqualTo(leads);
    assertThat(
            count(
                """
                (select p.BUSINESS_KEY_ from ACT_RU_EXECUTION p
                  join ACT_RE_PROCDEF k on k.ID_ = p.PROC_DEF_ID_
                  where p.PARENT_ID_ is null and k.KEY_ = 'lead-handoff'
                  group by p.BUSINESS_KEY_ having count(*) = 1) p
                """))
        .isEqualTo(leads);
    assertThat(count("unscored_signal")).isZero();
    assertThat(count("ACT_RU_JOB where RETRIES_ = 0")).isZero();
    assertThat(count("ACT_RU_INCIDENT")).isZero();
  }
}
